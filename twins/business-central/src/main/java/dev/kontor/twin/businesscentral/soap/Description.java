package dev.kontor.twin.businesscentral.soap;

import dev.kontor.twin.kit.odata.Column;
import java.util.List;
import java.util.stream.Collectors;

/** The description (WSDL) of one published page. */
final class Description {

  private static final String ELEMENT =
      "<xsd:element minOccurs=\"0\" maxOccurs=\"1\" name=\"%s\" type=\"%s\"/>";

  private Description() {}

  static String of(PublishedPage page, List<Column> fields) {
    String elements =
        fields.stream()
            .map(field -> ELEMENT.formatted(field.name(), type(field)))
            .collect(Collectors.joining());
    String options =
        fields.stream()
            .filter(field -> !field.members().isEmpty())
            .map(Description::option)
            .collect(Collectors.joining());
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <definitions targetNamespace="%1$s" xmlns:tns="%1$s" xmlns="http://schemas.xmlsoap.org/wsdl/">
        <types><xsd:schema elementFormDefault="qualified" targetNamespace="%1$s"
         xmlns:xsd="http://www.w3.org/2001/XMLSchema">%2$s
        <xsd:complexType name="%3$s"><xsd:sequence>%4$s%5$s</xsd:sequence></xsd:complexType>
        </xsd:schema></types></definitions>
        """
        .formatted(
            page.namespace(),
            options,
            page.service(),
            ELEMENT.formatted("Key", "xsd:string"),
            elements);
  }

  private static String option(Column field) {
    return field.members().stream()
        .map(member -> "<xsd:enumeration value=\"" + member + "\"/>")
        .collect(
            Collectors.joining(
                "",
                "<xsd:simpleType name=\""
                    + field.name()
                    + "\"><xsd:restriction base=\"xsd:string\">",
                "</xsd:restriction></xsd:simpleType>"));
  }

  private static String type(Column field) {
    return switch (field.type()) {
      case GUID, STRING, STREAM -> "xsd:string";
      case DECIMAL -> "xsd:decimal";
      case INT32 -> "xsd:int";
      case BOOLEAN -> "xsd:boolean";
      case DATE -> "xsd:date";
      case DATETIME -> "xsd:dateTime";
      case ENUM -> "tns:" + field.name();
    };
  }
}
