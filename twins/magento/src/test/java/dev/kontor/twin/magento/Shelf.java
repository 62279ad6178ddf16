package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A shop whose catalogue an ERP writes, for all store views. */
final class Shelf implements AutoCloseable {
  /** One pixel. */
  static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  final MagentoTwin twin;
  final SignedClient client;

  Shelf() throws IOException {
    this(Options.demo());
  }

  Shelf(Options options) throws IOException {
    twin = MagentoTwin.start(options);
    client = new SignedClient(twin.uri());
  }

  /** What is asked, which must succeed. */
  JsonNode ok(String method, String path, String body) {
    Reply reply = reply(method, path, body);
    assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(200);
    return reply.json();
  }

  JsonNode get(String path) {
    Reply reply = client.get("/rest/all/V1/" + path);
    assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(200);
    return reply.json();
  }

  Reply reply(String method, String path, String body) {
    return client.send(method, "/rest/all/V1/" + path, body.isEmpty() ? null : quoted(body));
  }

  /** The status and the message with its values, of what must not succeed. */
  String refused(String method, String path, String body) {
    Reply reply = reply(method, path, body);
    assertThat(reply.status()).as(path + " " + reply.text()).isNotEqualTo(200);
    String message = reply.json().path("message").asString();
    JsonNode parameters = reply.json().path("parameters");
    if (parameters.isArray()) {
      for (int i = 0; i < parameters.size(); i++) {
        message = message.replace("%" + (i + 1), parameters.path(i).asString());
      }
    }
    for (var named : parameters.properties()) {
      message = message.replace("%" + named.getKey(), named.getValue().asString());
    }
    return reply.status() + " " + message;
  }

  /** Saves a product; more of its fields behind a comma. */
  JsonNode product(String sku, String more) {
    return ok("POST", "products", body(sku, more));
  }

  static String body(String sku, String more) {
    return "{'product':{'sku':'%s','name':'%s','attribute_set_id':4,'price':5%s}}"
        .formatted(sku, sku, more);
  }

  /** The id of a new simple product with these values of colour and size. */
  long simple(String sku, String color, String size) {
    return product(sku, ",'visibility':1" + custom("color", color, "groesse", size))
        .path("id")
        .asLong();
  }

  /** Custom attributes behind a comma: names and values in turn; an empty value is left out. */
  static String custom(String... pairs) {
    ArrayNode list = Json.array();
    for (int i = 0; i < pairs.length; i += 2) {
      if (!pairs[i + 1].isEmpty()) {
        list.addObject().put("attribute_code", pairs[i]).put("value", pairs[i + 1]);
      }
    }
    return ",'custom_attributes':" + list;
  }

  static String attribute(JsonNode product, String code) {
    return product
        .path("custom_attributes")
        .valueStream()
        .filter(a -> a.path("attribute_code").asString().equals(code))
        .map(a -> a.path("value").asString(""))
        .findFirst()
        .orElse("absent");
  }

  /** A picture to send. */
  static ObjectNode picture(String name, byte[] bytes, String type) {
    ObjectNode entry =
        Json.object().put("media_type", "image").put("label", name).put("disabled", false);
    entry
        .putObject("content")
        .put("base64_encoded_data", Base64.getEncoder().encodeToString(bytes))
        .put("type", type)
        .put("name", name);
    return entry;
  }

  private static String quoted(String body) {
    return body.replace('\'', '"');
  }

  @Override
  public void close() {
    client.close();
    twin.close();
  }
}
