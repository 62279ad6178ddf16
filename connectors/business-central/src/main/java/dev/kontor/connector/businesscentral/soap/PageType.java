package dev.kontor.connector.businesscentral.soap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a page service's description (WSDL) says of its rows.
 *
 * @param fields by name, in the order in which they are sent
 */
record PageType(String service, Map<String, PageField> fields) {

  /** Names a row and its version; every change of the row makes another. */
  static final String KEY = "Key";

  private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";

  static String namespace(String service) {
    return "urn:microsoft-dynamics-schemas/page/" + service.toLowerCase(Locale.ROOT);
  }

  String namespace() {
    return namespace(service);
  }

  /** Empty if the document describes no such page. */
  static Optional<PageType> of(String service, Element description) {
    return Xml.is(description, WSDL, "definitions")
        ? Xml.children(description, WSDL, "types")
            .flatMap(types -> Xml.children(types, Xml.SCHEMA, "schema"))
            .filter(s -> s.getAttribute("targetNamespace").equals(namespace(service)))
            .flatMap(schema -> row(service, schema).stream())
            .findFirst()
        : Optional.empty();
  }

  private static Optional<PageType> row(String service, Element schema) {
    Map<String, List<String>> options = new LinkedHashMap<>();
    Xml.children(schema, Xml.SCHEMA, "simpleType")
        .forEach(type -> options.put(type.getAttribute("name"), members(type)));
    return Xml.children(schema, Xml.SCHEMA, "complexType")
        .filter(type -> type.getAttribute("name").equals(service))
        .flatMap(type -> Xml.children(type, Xml.SCHEMA, "sequence"))
        .findFirst()
        .map(sequence -> new PageType(service, fields(sequence, options)));
  }

  private static List<String> members(Element simpleType) {
    return Xml.children(simpleType, Xml.SCHEMA, "restriction")
        .flatMap(restriction -> Xml.children(restriction, Xml.SCHEMA, "enumeration"))
        .map(member -> member.getAttribute("value"))
        .toList();
  }

  private static Map<String, PageField> fields(
      Element sequence, Map<String, List<String>> options) {
    Map<String, PageField> fields = new LinkedHashMap<>();
    Xml.children(sequence, Xml.SCHEMA, "element")
        .map(element -> field(element, options))
        .forEach(field -> fields.put(field.name(), field));
    return fields;
  }

  private static PageField field(Element element, Map<String, List<String>> options) {
    String type = element.getAttribute("type");
    int colon = type.indexOf(':');
    String prefix = colon < 0 ? null : type.substring(0, colon);
    String name = type.substring(colon + 1);
    boolean plain = Xml.SCHEMA.equals(element.lookupNamespaceURI(prefix));
    List<String> members = plain ? List.of() : options.getOrDefault(name, List.of());
    Kind kind = plain ? Kind.of(name) : members.isEmpty() ? Kind.OTHER : Kind.OPTION;
    return new PageField(element.getAttribute("name"), kind, members);
  }

  /** Whether it may be read and written under that name. */
  boolean has(String field) {
    PageField known = fields.get(field);
    return known != null && known.kind() != Kind.OTHER && !field.equals(KEY);
  }

  /** A row of an answer; what the description does not name, and sub-pages, are left out. */
  ObjectNode row(Element shown, ObjectNode empty) {
    Xml.children(shown)
        .filter(field -> namespace().equals(field.getNamespaceURI()) && !Xml.isNested(field))
        .forEach(field -> put(empty, field.getLocalName(), field.getTextContent()));
    return empty;
  }

  private void put(ObjectNode row, String name, String text) {
    PageField field = fields.get(name);
    if (name.equals(KEY)) {
      row.put(PageService.KEY, text);
    } else if (field != null && has(name)) {
      row.set(name, field.shown(text));
    }
  }

  /** The fields of a row as they are sent, in the order of the description. */
  Stream<Part> sent(JsonNode row) {
    return fields.values().stream()
        .filter(field -> row.has(field.name()))
        .map(field -> Part.of(field.name(), field.sent(row.path(field.name()))));
  }
}
