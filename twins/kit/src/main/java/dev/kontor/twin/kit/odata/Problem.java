package dev.kontor.twin.kit.odata;

/** What the OData server itself can find wrong with a request; a dialect gives status and code. */
public enum Problem {
  /** A business rule of the simulated system, which names status and code itself. */
  RULE,
  MALFORMED_BODY,
  UNKNOWN_PROPERTY,
  WRONG_TYPE,
  WRONG_MEMBER,
  TOO_LONG,
  READ_ONLY,
  BAD_QUERY,
  UNKNOWN_RESOURCE,
  ROW_NOT_FOUND,
  ETAG_MISSING,
  ETAG_STALE,
  METHOD_NOT_ALLOWED,
  ACTION_UNKNOWN,
  PARAMETER_MISSING,
  BATCH_TOO_LARGE
}
