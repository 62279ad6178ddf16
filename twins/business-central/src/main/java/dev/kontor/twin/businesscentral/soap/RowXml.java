package dev.kontor.twin.businesscentral.soap;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.odata.Column;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Rows as elements, with a key that changes with each change of the row. */
record RowXml(PublishedPage page, List<Column> fields) {

  static final String KEY = "Key";

  private List<String> sequence() {
    List<String> names = new ArrayList<>(List.of("", KEY));
    fields.forEach(field -> names.add(field.name()));
    return names;
  }

  /** What is sent of a row, without its key; each element once, in the order of the page. */
  ObjectNode sent(Element row) {
    ObjectNode sent = Json.object();
    for (Element element : Request.sequence(row, sequence())) {
      fields.stream()
          .filter(field -> field.name().equals(element.getLocalName()))
          .forEach(field -> sent.set(field.name(), value(field, element.getTextContent())));
    }
    return sent;
  }

  private static JsonNode value(Column field, String text) {
    try {
      return switch (field.type()) {
        case DECIMAL -> DecimalNode.valueOf(new BigDecimal(text));
        case INT32 -> IntNode.valueOf(Integer.parseInt(text));
        case BOOLEAN -> BooleanNode.valueOf(text.equals("true"));
        case GUID, STRING, STREAM, DATE, DATETIME, ENUM -> StringNode.valueOf(text);
      };
    } catch (NumberFormatException e) {
      throw SoapFault.malformed(
          "The value '%s' of element %s is not valid.".formatted(text, field.name()));
    }
  }

  String shown(JsonNode row) {
    StringBuilder xml = new StringBuilder("<" + page.service() + ">");
    element(xml, KEY, key(row));
    for (Column field : fields) {
      JsonNode value = row.path(field.name());
      String text =
          value.isNumber()
              ? value.decimalValue().stripTrailingZeros().toPlainString()
              : value.asString("");
      if (!text.isEmpty()) {
        element(xml, field.name(), text);
      }
    }
    return xml.append("</").append(page.service()).append('>').toString();
  }

  private static void element(StringBuilder xml, String name, String text) {
    xml.append('<').append(name).append('>').append(escaped(text));
    xml.append("</").append(name).append('>');
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\r", "&#13;");
  }

  static String key(JsonNode row) {
    String name = row.path("id").asString() + ";" + row.path("@odata.etag").asString();
    return Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
  }

  /** The id and the version that a key names. */
  static List<String> named(String key) {
    try {
      String name = new String(Base64.getDecoder().decode(key), StandardCharsets.UTF_8);
      int end = name.indexOf(';');
      if (end > 0) {
        return List.of(name.substring(0, end), name.substring(end + 1));
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new SoapFault("NavInvalidKeyException", "The key is not valid.");
  }
}
