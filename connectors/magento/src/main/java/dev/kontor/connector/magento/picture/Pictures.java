package dev.kontor.connector.magento.picture;

import dev.kontor.connector.magento.ProductSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Attachment;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts galleries right, a call for each picture that changes: the shop's queue holds no more than
 * 64 KB of an operation, and a product that is sent with its pictures loses those that people added
 * meanwhile (magento/contract.md §6).
 */
public final class Pictures {

  private final MagentoApi api;

  public Pictures(MagentoApi api) {
    this.api = api.in(ProductSettings.ALL_VIEWS);
  }

  /**
   * @param sku of the product, which must be there
   * @param label what a new picture shows, null for nothing
   * @param files by reference
   * @return why it cannot be, null if it is so now
   * @throws FaultException if the shop cannot take any now
   */
  public @Nullable Fault put(
      String sku, @Nullable String label, Gallery gallery, Map<String, Attachment> files) {
    for (Move move : gallery.moves()) {
      Fault fault = put("products/" + MagentoApi.segment(sku) + "/media", label, move, files);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private @Nullable Fault put(
      String path, @Nullable String label, Move move, Map<String, Attachment> files) {
    return switch (move) {
      case Move.Upload upload -> {
        Attachment file = files.get(upload.image().reference());
        Fault fault = fault(upload.image(), file);
        yield fault == null && file != null
            ? sent("POST", path, upload(upload, label, file))
            : fault;
      }
      case Move.Place place -> {
        ObjectNode body = ModelJson.mapper().createObjectNode();
        place.entry().put(body.putObject("entry"), place.position(), place.roles());
        yield sent("PUT", path + "/" + place.entry().id(), body);
      }
      case Move.Remove remove -> sent("DELETE", path + "/" + remove.entry().id(), null);
    };
  }

  private static @Nullable Fault fault(Image image, @Nullable Attachment file) {
    if (file == null) {
      return new Fault.Conflict("a picture of it was deleted in the shop since it was looked for");
    }
    return sha256(file.bytes()).equals(image.sha256())
        ? null
        : new Fault.Conflict("a picture was changed at its source since the article was read");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode upload(Move.Upload upload, @Nullable String label, Attachment file) {
    ObjectNode body = ModelJson.mapper().createObjectNode();
    ObjectNode entry = body.putObject("entry");
    entry.put("media_type", "image").put("label", label).put("position", upload.position());
    ArrayNode types = entry.put("disabled", false).putArray("types");
    Set<String> roles = upload.roles();
    roles.forEach(types::add);
    entry
        .putObject("content")
        .put("base64_encoded_data", Base64.getEncoder().encodeToString(file.bytes()))
        .put("type", upload.image().contentType())
        .put("name", upload.image().file());
    return body;
  }

  private @Nullable Fault sent(String method, String path, @Nullable JsonNode body) {
    Reply reply = api.write(method, path, body);
    if (reply.ok()) {
      return null;
    }
    Fault fault = api.fault(true, path, reply);
    if (fault instanceof Fault.Invalid invalid) {
      return new Fault.Invalid("media", invalid.problem(), invalid.remoteCode());
    }
    if (fault instanceof Fault.Conflict) {
      return fault;
    }
    throw new FaultException(fault);
  }
}
