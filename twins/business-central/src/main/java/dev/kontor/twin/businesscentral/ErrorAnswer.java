package dev.kontor.twin.businesscentral;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.odata.ODataFault;
import tools.jackson.databind.node.ObjectNode;

/** Refusals in the service's form, with its status and code per problem (behaviours.md §4). */
final class ErrorAnswer {
  private record Code(int status, String code) {}

  private ErrorAnswer() {}

  static Answer of(ODataFault fault) {
    Code code = code(fault);
    return of(code.status(), code.code(), fault.text());
  }

  static Answer of(int status, String code, String message) {
    ObjectNode body = Json.object();
    body.putObject("error")
        .put("code", code)
        .put("message", message + "  CorrelationId:  " + Ids.guid() + ".");
    return Answer.json(status, body);
  }

  private static Code code(ODataFault fault) {
    return switch (fault.problem()) {
      case RULE -> new Code(fault.status(), fault.code());
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
}
