package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.schema.EntitySet;
import dev.kontor.twin.financeoperations.schema.Link;
import dev.kontor.twin.financeoperations.schema.Property;
import dev.kontor.twin.financeoperations.schema.Schema;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The service document and $metadata of what the twin serves. */
final class Metadata {
  private Metadata() {}

  static ObjectNode service(Call call, Schema schema) {
    ObjectNode body = Json.object().put("@odata.context", Reader.root(call) + "/$metadata");
    ArrayNode value = body.putArray("value");
    schema
        .sets()
        .forEach(
            s ->
                value
                    .addObject()
                    .put("name", s.name())
                    .put("kind", "EntitySet")
                    .put("url", s.name()));
    return body;
  }

  static String xml(Schema schema) {
    String types =
        schema.enumerations().entrySet().stream()
                .map(e -> enumeration(e.getKey(), e.getValue()))
                .collect(Collectors.joining())
            + schema.sets().stream().map(set -> entity(set, schema)).collect(Collectors.joining());
    String sets =
        schema.sets().stream()
            .map(
                s ->
                    "<EntitySet Name=\"%s\" EntityType=\"%s\"/>\n"
                        .formatted(s.name(), Names.qualified(s)))
            .collect(Collectors.joining());
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
        <edmx:DataServices>
        <Schema Namespace="%s" xmlns="http://docs.oasis-open.org/odata/ns/edm">
        %s<EntityContainer Name="Resources">
        %s</EntityContainer>
        </Schema>
        </edmx:DataServices>
        </edmx:Edmx>
        """
        .formatted(Schema.NAMESPACE, types, sets);
  }

  private static String enumeration(String name, java.util.List<String> members) {
    StringBuilder xml = new StringBuilder("<EnumType Name=\"" + name + "\">\n");
    for (int i = 0; i < members.size(); i++) {
      xml.append("<Member Name=\"%s\" Value=\"%d\"/>\n".formatted(members.get(i), i));
    }
    return xml + "</EnumType>\n";
  }

  private static String entity(EntitySet set, Schema schema) {
    String keys =
        set.keys().stream()
            .map(k -> "<PropertyRef Name=\"" + k + "\"/>")
            .collect(Collectors.joining("", "<Key>", "</Key>\n"));
    String properties =
        set.properties().values().stream().map(Metadata::property).collect(Collectors.joining());
    String links =
        set.links().stream().map(link -> link(link, schema)).collect(Collectors.joining());
    return "<EntityType Name=\"%s\">\n%s%s%s</EntityType>\n"
        .formatted(set.type(), keys, properties, links);
  }

  private static String property(Property property) {
    return "<Property Name=\"%s\" Type=\"%s\"%s/>\n"
        .formatted(
            property.name(), property.type(), property.nullable() ? "" : " Nullable=\"false\"");
  }

  private static String link(Link link, Schema schema) {
    String type = Names.qualified(schema.require(link.target()));
    return "<NavigationProperty Name=\"%s\" Type=\"%s\"/>\n"
        .formatted(link.name(), link.many() ? "Collection(" + type + ")" : type);
  }
}
