package dev.kontor.proof.simulation;

import dev.kontor.engine.config.Attribute;
import dev.kontor.model.CustomerKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One system's truth about customers. */
final class Register {

  /** What people change, each by the name of its field. */
  static final Map<Attribute, String> FIELDS =
      new EnumMap<>(
          Map.of(
              Attribute.NAME, "name",
              Attribute.PHONE, "phone",
              Attribute.ADDRESS, "street",
              Attribute.PAYMENT_TERMS, "terms"));

  private final World world;
  private final String name;
  private final Map<String, ObjectNode> rows = new TreeMap<>();
  private final Versions versions;
  private final Words words = new Words();
  private int written;

  Register(World world, String name) {
    this.world = world;
    this.name = name;
    this.versions = new Versions(world);
  }

  private static String field(Attribute attribute) {
    return Objects.requireNonNull(FIELDS.get(attribute));
  }

  /** A customer who was not there. */
  void enter(String id, JsonNode customer) {
    rows.put(id, customer.deepCopy().asObject().put("id", id));
    FIELDS.keySet().forEach(attribute -> words.begin(id, attribute, shown(id, attribute)));
    changed(id);
  }

  /** People change one attribute. */
  void say(String id, Attribute attribute, String value) {
    row(id).put(field(attribute), value);
    words.say(id, attribute, value, changed(id));
  }

  /** The hub changes fields of what had that version when it was decided. */
  void write(String id, JsonNode fields, String basis) {
    FIELDS.forEach(
        (attribute, field) -> {
          if (fields.has(field)) {
            words.writtenOver(id, attribute, Integer.parseInt(basis));
            row(id).set(field, fields.path(field));
          }
        });
    written++;
    changed(id);
  }

  private int changed(String id) {
    world.trace().add(name + ": " + row(id));
    return versions.add(id, row(id));
  }

  private ObjectNode row(String id) {
    return Objects.requireNonNull(rows.get(id), id);
  }

  Set<String> ids() {
    return rows.keySet();
  }

  /** Whoever has that match key. */
  Optional<String> matching(String key) {
    return rows.keySet().stream().filter(id -> key(id).equals(key)).findFirst();
  }

  /** By which a customer is the same in both systems. */
  String key(String id) {
    String email = row(id).path("email").asString();
    return Objects.requireNonNull(CustomerKey.of(List.of(), email));
  }

  String shown(String id, Attribute attribute) {
    return row(id).path(field(attribute)).asString("");
  }

  Versions versions() {
    return versions;
  }

  Words words() {
    return words;
  }

  /** Changes by the hub. */
  int written() {
    return written;
  }
}
