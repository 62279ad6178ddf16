package dev.kontor.twin.businesscentral;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.odata.Dialect;
import dev.kontor.twin.kit.odata.ODataFault;
import dev.kontor.twin.kit.odata.Problem;
import tools.jackson.databind.node.ObjectNode;

/** Status and code per problem, page size and batch limit (behaviours.md §3 to §6). */
final class BusinessCentralDialect implements Dialect {
  private static final int PAGE = 20_000;
  private static final int BATCH = 100;

  private record Code(int status, String code) {}

  private final boolean tagToDelete;

  /** The documentation has every deletion need its tag; some servers only compare one (§4). */
  BusinessCentralDialect(boolean tagToDelete) {
    this.tagToDelete = tagToDelete;
  }

  @Override
  public Answer error(ODataFault fault) {
    Code code =
        fault.problem() == Problem.RULE
            ? new Code(fault.status(), fault.code())
            : code(fault.problem());
    return error(code.status(), code.code(), fault.text());
  }

  static Answer error(int status, String code, String message) {
    ObjectNode body = Json.object();
    body.putObject("error")
        .put("code", code)
        .put("message", message + "  CorrelationId:  " + Ids.guid() + ".");
    return Answer.json(status, body);
  }

  private static Code code(Problem problem) {
    return switch (problem) {
      case RULE -> throw new IllegalArgumentException("A rule names its own code.");
      case MALFORMED_BODY, UNKNOWN_PROPERTY, WRONG_TYPE, BAD_QUERY, BATCH_TOO_LARGE ->
          new Code(400, "BadRequest");
      case WRONG_MEMBER -> new Code(400, "Unknown");
      case TOO_LONG -> new Code(400, "Application_StringExceededLength");
      case READ_ONLY -> new Code(400, "BadRequest_InvalidOperation");
      case UNKNOWN_RESOURCE -> new Code(404, "BadRequest_ResourceNotFound");
      case ROW_NOT_FOUND -> new Code(404, "Internal_RecordNotFound");
      case ETAG_MISSING -> new Code(400, "BadRequest_InvalidToken");
      case ETAG_STALE -> new Code(409, "Request_EntityChanged");
      case METHOD_NOT_ALLOWED -> new Code(405, "BadRequest_MethodNotAllowed");
      case PARAMETER_MISSING -> new Code(400, "BadRequest_RequiredParamNotProvided");
      case ACTION_UNKNOWN -> new Code(501, "BadRequest_MethodNotImplemented");
    };
  }

  @Override
  public int maxPageSize() {
    return PAGE;
  }

  @Override
  public boolean orOnDistinctFields() {
    return false;
  }

  @Override
  public boolean tagToDelete() {
    return tagToDelete;
  }

  @Override
  public int maxBatch() {
    return BATCH;
  }

  @Override
  public String namespace() {
    return "Microsoft.NAV";
  }
}
