package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataPart;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes open orders equal to what the shop says now. All changes of an order are one call that
 * takes effect as a whole or not at all ({@code Isolation: snapshot}, behaviours.md §5), guarded by
 * the order's etag; states are compared, so a repetition finds nothing left to do.
 */
final class OrderAmender {

  private static final String ORDERS = "salesOrders";
  private static final String LINES = "salesOrderLines";
  private static final String RESULT = "result";

  private final Company company;
  private final OrderFate fate;
  private final OrderRelease release;
  private final DimensionChanges dimensions;
  private final OrderDetails details;
  private final JoinedRows joined;
  private final String referenceField;

  OrderAmender(Configuration configuration, Company company) {
    this.company = company;
    this.fate = new OrderFate(company, configuration.referenceField());
    this.release = new OrderRelease(configuration, company);
    this.dimensions = new DimensionChanges(company);
    this.details = new OrderDetails(company);
    this.joined = new JoinedRows(configuration, company, ORDERS);
    this.referenceField = configuration.referenceField();
  }

  Outcome amend(Write write) {
    String id = write.targetId();
    if (id == null) {
      return new Fault.Invalid("id", "is missing for an update", null);
    }
    JsonNode order = fate.open(id).orElse(null);
    if (order == null) {
      return fate.ofChange(id, write.reference());
    }
    Outcome outcome = amended(order, write);
    JsonNode before = write.before();
    if (outcome instanceof Outcome.Written && before != null) {
      joined.write(order, write.content(), before);
    }
    return outcome;
  }

  private Outcome amended(JsonNode order, Write write) {
    Fault moved = dimensions.refusal(order, write);
    if (moved != null) {
      return release.closed(order, moved);
    }
    Amendment amendment =
        Amendment.of(order, write.content(), write.before()).with(details.changes(order, write));
    if (amendment.isNothing()) {
      return release.closed(order, Documents.written(order));
    }
    Fault refusal = AmendmentRefusal.of(order, amendment);
    if (refusal != null) {
      return release.closed(order, refusal);
    }
    return release.opened(order, amendment, () -> whole(order, amendment));
  }

  /** The details come last: writing them moves the etag that guards the rest. */
  private Outcome whole(JsonNode order, Amendment amendment) {
    Outcome outcome =
        amendment.isDetailsOnly() ? Documents.written(order) : apply(order, amendment);
    if (outcome instanceof Outcome.Written && !amendment.details().isEmpty()) {
      details.write(order, amendment.details());
    }
    return outcome;
  }

  private Outcome apply(JsonNode order, Amendment amendment) {
    List<ODataPart> parts = parts(order, amendment);
    Map<String, ODataClient.Answer> answers;
    try {
      answers = company.client().together(parts);
    } catch (FaultException e) {
      return BlamedField.in(e.fault());
    }
    for (ODataPart part : parts) {
      ODataClient.Answer answer = answers.get(part.id());
      if (answer == null) {
        return new Fault.OutcomeUnknown("the answer does not say what became of the order");
      }
      if (answer.fault() != null) {
        return told(BlamedField.in(answer.fault()), order, amendment);
      }
    }
    ODataClient.Answer result = answers.get(RESULT);
    return result == null ? Documents.written(order) : Documents.written(result.body());
  }

  /** The whole was undone with the part that failed. */
  private static Fault told(Fault fault, JsonNode order, Amendment amendment) {
    return fault instanceof Fault.Invalid invalid
        ? new Fault.Invalid(
            invalid.field(),
            invalid.problem()
                + " Order "
                + Json.text(order, "number", "")
                + " was left as it was; to be done were: "
                + amendment.inWords(),
            invalid.remoteCode())
        : fault;
  }

  /** The header comes first: its etag guards the whole. Where nothing changes in it, it says so. */
  private List<ODataPart> parts(JsonNode order, Amendment amendment) {
    String path = OData.key(ORDERS, Json.text(order, "id", ""));
    List<ODataPart> parts = new ArrayList<>();
    ObjectNode header = amendment.header().deepCopy();
    if (header.isEmpty()) {
      String unchanged = order.has(referenceField) ? referenceField : "externalDocumentNumber";
      header.set(unchanged, order.path(unchanged));
    }
    parts.add(new ODataPart("header", "PATCH", path, Documents.etag(order), header));
    for (JsonNode line : amendment.removed()) {
      parts.add(part(parts.size(), "DELETE", line, null));
    }
    amendment
        .changed()
        .forEach((line, changes) -> parts.add(part(parts.size(), "PATCH", line, changes)));
    for (JsonNode line : amendment.added()) {
      parts.add(
          new ODataPart(Integer.toString(parts.size()), "POST", path + "/" + LINES, null, line));
    }
    parts.add(new ODataPart(RESULT, "GET", path, null, null));
    return parts;
  }

  private static ODataPart part(int id, String method, JsonNode line, @Nullable JsonNode body) {
    String path = OData.key(LINES, Json.text(line, "id", ""));
    return new ODataPart(Integer.toString(id), method, path, Documents.etag(line), body);
  }
}
