package dev.kontor.twin.businesscentral.soap;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.odata.ODataRequest;
import dev.kontor.twin.kit.odata.ODataService;
import dev.kontor.twin.kit.odata.Segment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The documented operations over the rows of one page; the table's own rules hold. */
record Operations(PublishedPage page, RowXml rows, ODataService tables, String company) {

  private static final String RECORD = ": ";

  /** What the operation's result holds. */
  String perform(Element operation) {
    return switch (operation.getLocalName()) {
      case "ReadMultiple" -> readMultiple(operation);
      case "ReadByRecId" -> readByRecId(operation);
      case "GetRecIdFromKey" ->
          result(
              "GetRecIdFromKey_Result", page.page().set() + RECORD + named(operation).getFirst());
      case "Create" -> create(row(operation));
      case "Update" -> update(row(operation));
      default ->
          throw SoapFault.malformed(
              "The operation " + operation.getLocalName() + " is not simulated.");
    };
  }

  private static String result(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  private List<String> named(Element operation) {
    Request.sequence(operation, List.of("", RowXml.KEY));
    return RowXml.named(Request.text(operation, RowXml.KEY));
  }

  private Element row(Element operation) {
    List<Element> rows = Request.sequence(operation, List.of("", page.service()));
    if (rows.size() != 1) {
      throw SoapFault.malformed("Expected one element " + page.service() + ".");
    }
    return rows.getFirst();
  }

  private String readMultiple(Element operation) {
    List<Element> parameters =
        Request.sequence(operation, List.of("filter", "bookmarkKey", "setSize"));
    List<JsonNode> found = all();
    for (Element filter : parameters) {
      if (filter.getLocalName().equals("filter")) {
        found = found.stream().filter(passing(filter)).toList();
      }
    }
    String bookmark = Request.text(operation, "bookmarkKey");
    if (!bookmark.isEmpty()) {
      String last = RowXml.named(bookmark).getFirst();
      List<String> ids = found.stream().map(Operations::id).toList();
      found = found.subList(ids.indexOf(last) + 1, found.size());
    }
    int size = setSize(Request.text(operation, "setSize"));
    String shown =
        found.stream()
            .limit(size == 0 ? Long.MAX_VALUE : size)
            .map(rows::shown)
            .collect(Collectors.joining());
    return result("ReadMultiple_Result", shown);
  }

  private static int setSize(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw SoapFault.malformed("The value '" + text + "' of element setSize is not valid.");
    }
  }

  private Predicate<JsonNode> passing(Element filter) {
    Request.sequence(filter, List.of("", "Field", "Criteria"));
    String field = Request.text(filter, "Field");
    if (rows.fields().stream().noneMatch(known -> known.name().equals(field))) {
      throw SoapFault.malformed("'" + field + "' is no field of " + page.service() + "_Fields.");
    }
    List<String> texts = Criteria.alternatives(Request.text(filter, "Criteria"));
    return row ->
        texts.isEmpty() || texts.stream().anyMatch(row.path(field).asString("")::equalsIgnoreCase);
  }

  private static String id(JsonNode row) {
    return row.path("id").asString();
  }

  private String readByRecId(Element operation) {
    Request.sequence(operation, List.of("", "recId"));
    String record = Request.text(operation, "recId");
    String id = record.substring(record.indexOf(RECORD) + RECORD.length());
    return all().stream()
        .filter(row -> id(row).equals(id))
        .map(rows::shown)
        .collect(Collectors.joining());
  }

  private String create(Element row) {
    return rows.shown(called("POST", null, "", rows.sent(row)));
  }

  private String update(Element row) {
    List<String> named = RowXml.named(Request.text(row, RowXml.KEY));
    Optional<JsonNode> there =
        all().stream().filter(one -> id(one).equals(named.getFirst())).findFirst();
    if (there.isEmpty()) {
      throw new SoapFault(
          "NavCSideRecordNotFoundException", "The " + page.service() + " does not exist.");
    }
    if (!there.get().path("@odata.etag").asString().equals(named.getLast())) {
      throw new SoapFault(
          "NavCSideRecordChangedException", "Other user has modified \"" + page.service() + "\".");
    }
    return rows.shown(called("PATCH", named.getFirst(), named.getLast(), rows.sent(row)));
  }

  private List<JsonNode> all() {
    return called("GET", null, "", Json.object()).path("value").valueStream().toList();
  }

  private JsonNode called(String method, @Nullable String id, String tag, ObjectNode body) {
    Call call =
        new Call(
            method,
            "/" + page.page().set(),
            Map.of(),
            "",
            Map.of("If-Match".toLowerCase(Locale.ROOT), tag),
            Json.bytes(body));
    List<Segment> path = List.of(new Segment(page.page().set(), id));
    Answer answer = tables.handle(new ODataRequest(company, path, call));
    if (answer.status() >= 300) {
      JsonNode error = answer.json().path("error");
      String text = error.path("message").asString("").replaceFirst(" {2}CorrelationId.*", "");
      throw new SoapFault("NavNCLDialogException", text);
    }
    return answer.json();
  }
}
