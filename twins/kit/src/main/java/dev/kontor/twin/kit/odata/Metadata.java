package dev.kontor.twin.kit.odata;

import java.util.stream.Collectors;

/** The EDMX document of a schema. */
final class Metadata {
  private Metadata() {}

  static String xml(Schema schema, String namespace) {
    String types =
        schema.tables().values().stream()
            .map(table -> enumTypes(table) + entityType(table, schema, namespace))
            .collect(Collectors.joining());
    String sets =
        schema.tables().values().stream()
            .map(
                t ->
                    "<EntitySet Name=\"%s\" EntityType=\"%s.%s\"/>\n"
                        .formatted(t.set(), namespace, t.entity()))
            .collect(Collectors.joining());
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
        <edmx:DataServices>
        <Schema Namespace="%s" xmlns="http://docs.oasis-open.org/odata/ns/edm">
        %s%s<EntityContainer Name="NAV">
        %s</EntityContainer>
        </Schema>
        </edmx:DataServices>
        </edmx:Edmx>
        """
        .formatted(namespace, types, actions(schema, namespace), sets);
  }

  private static String actions(Schema schema, String namespace) {
    return schema.tables().values().stream()
        .flatMap(table -> table.actions().stream().map(action -> action(table, action, namespace)))
        .collect(Collectors.joining());
  }

  private static String action(Table table, Action action, String namespace) {
    String own = parameter("bindingParameter", namespace + "." + table.entity());
    return action.parameters().entrySet().stream()
        .map(p -> parameter(p.getKey(), p.getValue().edmName()))
        .collect(
            Collectors.joining(
                "",
                "<Action Name=\"" + action.name() + "\" IsBound=\"true\">\n" + own,
                "</Action>\n"));
  }

  private static String parameter(String name, String type) {
    return "<Parameter Name=\"%s\" Type=\"%s\"/>\n".formatted(name, type);
  }

  private static String entityType(Table table, Schema schema, String namespace) {
    return table.columns().values().stream()
        .map(column -> property(table, column, namespace))
        .collect(
            Collectors.joining(
                "",
                "<EntityType Name=\"%s\">\n<Key><PropertyRef Name=\"%s\"/></Key>\n"
                    .formatted(table.entity(), key(table)),
                navigations(table, schema, namespace) + "</EntityType>\n"));
  }

  private static String property(Table table, Column column, String namespace) {
    String type =
        column.type() == EdmType.ENUM
            ? namespace + "." + enumName(table, column)
            : column.type().edmName();
    String length = column.maxLength() > 0 ? " MaxLength=\"" + column.maxLength() + "\"" : "";
    String nullable = column.name().equals(key(table)) ? " Nullable=\"false\"" : "";
    return "<Property Name=\"%s\" Type=\"%s\"%s%s/>\n"
        .formatted(column.name(), type, length, nullable);
  }

  private static String navigations(Table table, Schema schema, String namespace) {
    return table.navigations().stream()
        .map(
            navigation -> {
              String type = namespace + "." + schema.require(navigation.targetSet()).entity();
              return "<NavigationProperty Name=\"%s\" Type=\"%s\" ContainsTarget=\"true\"/>\n"
                  .formatted(
                      navigation.name(), navigation.many() ? "Collection(" + type + ")" : type);
            })
        .collect(Collectors.joining());
  }

  private static String enumTypes(Table table) {
    return table.columns().values().stream()
        .filter(column -> column.type() == EdmType.ENUM)
        .map(
            column ->
                column.members().stream()
                    .map(member -> "<Member Name=\"" + member + "\"/>\n")
                    .collect(
                        Collectors.joining(
                            "",
                            "<EnumType Name=\"" + enumName(table, column) + "\">\n",
                            "</EnumType>\n")))
        .collect(Collectors.joining());
  }

  // A table names its key first.
  private static String key(Table table) {
    return table.columns().keySet().iterator().next();
  }

  private static String enumName(Table table, Column column) {
    return table.entity() + "_" + column.name();
  }
}
