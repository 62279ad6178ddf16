package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.schema.EntitySet;
import dev.kontor.twin.financeoperations.schema.Kind;
import dev.kontor.twin.financeoperations.schema.Property;
import dev.kontor.twin.financeoperations.schema.Schema;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Metadata as JSON, below {@code /metadata} (contract.md §12); names in the singular. */
public final class PublicEntities {
  private static final Pattern ONE = Pattern.compile("([A-Za-z]+)\\('([^']+)'\\)");

  private final Schema schema;

  public PublicEntities(Schema schema) {
    this.schema = schema;
  }

  /**
   * A call.
   *
   * @param path below {@code /metadata}
   */
  public Answer handle(Call call, String path) {
    Matcher one = ONE.matcher(path);
    if (!call.method().equals("GET")) {
      return ErrorAnswer.of(405, "Metadata is only read.");
    }
    if (one.matches() && one.group(1).equals("PublicEntities")) {
      return schema.sets().stream()
          .filter(set -> set.type().equals(one.group(2)))
          .findFirst()
          .map(set -> Answer.json(200, entity(set)))
          .orElseGet(() -> ErrorAnswer.of(404, "No public entity '" + one.group(2) + "'."));
    }
    return switch (path) {
      case "PublicEntities" -> all(schema.sets().stream().map(PublicEntities::entity).toList());
      case "PublicEnumerations" ->
          all(schema.enumerations().entrySet().stream().map(PublicEntities::enumeration).toList());
      default -> ErrorAnswer.of(404, "No HTTP resource was found: /metadata/" + path);
    };
  }

  private static Answer all(List<ObjectNode> values) {
    ObjectNode body = Json.object();
    ArrayNode value = body.putArray("value");
    values.forEach(value::add);
    return Answer.json(200, body);
  }

  private static ObjectNode entity(EntitySet set) {
    ObjectNode entity =
        Json.object()
            .put("Name", set.type())
            .put("EntitySetName", set.name())
            .put("IsReadOnly", set.readOnly())
            .put("ConfigurationEnabled", true);
    ArrayNode properties = entity.putArray("Properties");
    set.properties().values().forEach(p -> properties.add(property(set, p)));
    ArrayNode links = entity.putArray("NavigationProperties");
    set.links()
        .forEach(
            link ->
                links
                    .addObject()
                    .put("Name", link.name())
                    .put("RelatedEntity", link.target())
                    .put("Cardinality", link.many() ? "Multiple" : "Single"));
    return entity;
  }

  private static ObjectNode property(EntitySet set, Property property) {
    boolean writable = !set.readOnly() && !property.readOnly();
    return Json.object()
        .put("Name", property.name())
        .put("TypeName", property.type())
        .put("DataType", property.kind() == Kind.ENUM ? "Enum" : property.kind().edm().substring(4))
        .put("IsKey", property.key())
        .put("ConfigurationEnabled", true)
        .put("AllowEdit", writable && !property.key())
        .put("AllowEditOnCreate", writable);
  }

  private static ObjectNode enumeration(Map.Entry<String, List<String>> named) {
    ObjectNode enumeration = Json.object().put("Name", named.getKey());
    ArrayNode members = enumeration.putArray("Members");
    for (int i = 0; i < named.getValue().size(); i++) {
      members.addObject().put("Name", named.getValue().get(i)).put("Value", i);
    }
    return enumeration;
  }
}
