package dev.kontor.connector.magento.attribute;

import dev.kontor.connector.magento.ProductSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.order.Text;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The attributes of one attribute set. The shop drops values of any other without a word
 * (magento/observed.md, Catalogue). Values that buyers choose among are added where they are
 * missing. Thread-safe.
 */
public final class Attributes {

  private final MagentoApi api;
  private final Map<String, Attribute> known = new ConcurrentHashMap<>();

  /** Ids of values by code, then by label as the shop compares it. */
  private final Map<String, Map<String, String>> values = new ConcurrentHashMap<>();

  private Attributes(MagentoApi api) {
    this.api = api.in(ProductSettings.ALL_VIEWS);
  }

  /**
   * One call.
   *
   * @param set id of the attribute set
   */
  public static Attributes of(MagentoApi api, int set) {
    Attributes attributes = new Attributes(api);
    for (JsonNode row :
        attributes
            .api
            .get("products/attribute-sets/" + set + "/attributes")
            .valueStream()
            .toList()) {
      Attribute attribute = Attribute.of(row);
      attributes.known.put(attribute.code(), attribute);
      attributes.learn(attribute.code(), row.path("options"));
    }
    return attributes;
  }

  /** Where no setting names any. */
  public static Attributes none(MagentoApi api) {
    return new Attributes(api);
  }

  private void learn(String code, JsonNode options) {
    Map<String, String> ids = new ConcurrentHashMap<>();
    for (JsonNode option : options) {
      String id = Text.text(option.path("value"));
      if (id != null) {
        ids.putIfAbsent(key(option.path("label").asString("")), id);
      }
    }
    values.put(code, ids);
  }

  /** The shop ignores case in labels (Magento_Eav, Attribute/OptionManagement). */
  private static String key(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }

  /** Null if the set has no such attribute. */
  public @Nullable Attribute find(String code) {
    return known.get(code);
  }

  public Attribute get(String code) {
    return Objects.requireNonNull(known.get(code), code);
  }

  /** Id of a value; null if the shop has none of that label. */
  public @Nullable String value(String code, String label) {
    return values.getOrDefault(code, Map.of()).get(key(label));
  }

  /**
   * Id of a value, which is added if the shop has none of that label.
   *
   * @throws FaultException the shop's refusal
   */
  public synchronized String made(String code, String label) {
    String id = value(code, label);
    if (id == null) {
      add(code, label);
      id = value(code, label);
    }
    if (id == null) {
      throw new FaultException(
          new Fault.Conflict("the shop does not list the new value of attribute " + code));
    }
    return id;
  }

  /** One that is there already, as after a lost answer, is refused and found by looking again. */
  private void add(String code, String label) {
    String path = "products/attributes/" + code + "/options";
    ObjectNode body = ModelJson.mapper().createObjectNode();
    body.putObject("option").put("label", label.strip());
    Reply reply = api.write("POST", path, body);
    String id = reply.ok() ? reply.body().asString("") : "";
    if (id.matches("[0-9]+")) {
      values.computeIfAbsent(code, c -> new ConcurrentHashMap<>()).put(key(label), id);
      return;
    }
    Fault fault = reply.ok() ? null : api.fault(true, path, reply);
    if (fault != null && !(fault instanceof Fault.Invalid)) {
      throw new FaultException(fault);
    }
    learn(code, api.get(path));
    if (fault instanceof Fault.Invalid invalid && value(code, label) == null) {
      throw new FaultException(
          new Fault.Invalid(
              code,
              "cannot get the value '"
                  + label
                  + "' by interface; add it in the shop by hand, then resubmit: "
                  + invalid.problem(),
              null));
    }
  }
}
