package dev.kontor.engine.customer;

import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.model.ModelJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a model's customer says of each attribute. */
final class Values {

  private static final int BYTES = 16;

  private final Payloads payloads;

  Values(Payloads payloads) {
    this.payloads = payloads;
  }

  /** A keyed hash for each; equal for what people would call the same. */
  Map<Attribute, String> hashes(JsonNode customer) {
    Map<Attribute, String> hashes = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      byte[] said = ModelJson.mapper().writeValueAsBytes(said(customer, attribute));
      byte[] hash = payloads.fingerprint("customer " + attribute.key(), said);
      hashes.put(attribute, HexFormat.of().formatHex(hash, 0, BYTES));
    }
    return hashes;
  }

  /** Attributes of which it says nothing. */
  static Set<Attribute> unsaid(JsonNode customer) {
    return Arrays.stream(Attribute.values())
        .filter(attribute -> said(customer, attribute).stream().allMatch(String::isEmpty))
        .collect(Collectors.toSet());
  }

  private static List<String> said(JsonNode customer, Attribute attribute) {
    List<String> said = new ArrayList<>();
    for (String field : attribute.fields()) {
      JsonNode value = at(customer, field);
      if (value.isArray()) {
        value.forEach(element -> said.add(element.asString("").strip()));
      } else {
        said.add(plain(value.asString("").strip(), attribute));
      }
    }
    return said;
  }

  private static String plain(String text, Attribute attribute) {
    return attribute.isPersonal() || !text.matches("-?[0-9]+(\\.[0-9]+)?")
        ? text
        : new BigDecimal(text).stripTrailingZeros().toPlainString();
  }

  private static JsonNode at(JsonNode customer, String field) {
    return customer.at("/" + field.replace('.', '/'));
  }

  /** Puts what one customer says of an attribute into another. */
  static void copy(Attribute attribute, JsonNode from, ObjectNode to) {
    for (String field : attribute.fields()) {
      JsonNode value = at(from, field);
      int dot = field.indexOf('.');
      ObjectNode parent = dot < 0 ? to : to.withObjectProperty(field.substring(0, dot));
      String name = field.substring(dot + 1);
      if (value.isMissingNode() || value.isNull()) {
        parent.remove(name);
      } else {
        parent.set(name, value);
      }
    }
    if (to.path("address").isObject()) {
      to.withObjectProperty("address").withObjectProperty("extra");
    }
  }
}
