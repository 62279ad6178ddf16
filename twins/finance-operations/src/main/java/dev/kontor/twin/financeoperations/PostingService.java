package dev.kontor.twin.financeoperations;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.control.Clerks;
import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A custom service of the customer's that posts orders: the system has no OData action for it
 * (contract.md §8). Its address is a setting, {@code group/service}; the operations, their
 * parameters and what an exception looks like are this twin's own choice.
 */
final class PostingService {
  private static final Pattern ADDRESS = Pattern.compile("/api/services/([^/]+/[^/]+)/([^/]+)");

  private static final Map<String, String> OPERATIONS =
      Map.of("confirm", "confirm", "postPackingSlip", "pack", "postInvoice", "invoice");

  private final Erp erp;
  private final Clerks clerks;

  PostingService(Erp erp, Clerks clerks) {
    this.erp = erp;
    this.clerks = clerks;
  }

  /** {@code {dataAreaId, salesOrderNumber, ...}}, the rest as the control API has it. */
  Answer handle(Call call) {
    Matcher address = ADDRESS.matcher(call.path());
    String installed = erp.settings().postingService();
    if (!address.matches()
        || installed.isEmpty()
        || !address.group(1).equals(installed)
        || !OPERATIONS.containsKey(address.group(2))) {
      return Answer.empty(404);
    }
    if (!call.method().equals("POST")) {
      return Answer.empty(405);
    }
    try {
      JsonNode body = call.json();
      String how = OPERATIONS.getOrDefault(address.group(2), "");
      return Answer.json(
          200, clerks.order(text(body, "dataAreaId"), text(body, "salesOrderNumber"), how, body));
    } catch (JacksonException e) {
      return failed(400, "The body is not valid JSON.");
    } catch (Fault fault) {
      return failed(500, fault.log(erp.settings().language()));
    }
  }

  private static Answer failed(int status, String text) {
    ObjectNode body =
        Json.object()
            .put("Message", "An exception occured when invoking the operation - " + text)
            .put("ActivityId", Ids.guid());
    return Answer.json(status, body);
  }
}
