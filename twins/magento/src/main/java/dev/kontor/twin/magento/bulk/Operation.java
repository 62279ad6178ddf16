package dev.kontor.twin.magento.bulk;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Async;
import dev.kontor.twin.magento.api.Endpoint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One operation: 1 complete, 2 failed on the database's locks, 3 failed for good, 4 open
 * (magento/contract.md §3 and §5).
 */
final class Operation {
  private static final int COMPLETE = 1;
  private static final int RETRIABLE = 2;
  private static final int FAILED = 3;
  private static final int OPEN = 4;

  private final int id;
  private final String topic;
  private final Endpoint endpoint;
  private final Async.Work work;
  private int status = OPEN;
  private @Nullable String message;
  private @Nullable JsonNode result;

  Operation(int id, String topic, Endpoint endpoint, Async.Work work) {
    this.id = id;
    this.topic = topic;
    this.endpoint = endpoint;
    this.work = work;
  }

  int status() {
    return status;
  }

  boolean isOpen() {
    return status == OPEN;
  }

  ObjectNode accepted() {
    return Json.object().put("id", id).put("data_hash", hash()).put("status", "accepted");
  }

  private String hash() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] sent = work.sent().toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha256.digest(sent));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Carries it out once; false when it was before. */
  boolean run() {
    if (status != OPEN) {
      return false;
    }
    try {
      result = endpoint.action().on(work.request());
      status = COMPLETE;
      message = "Service execution success " + Topics.service(topic);
    } catch (ApiError e) {
      message = e.text();
      status = message.startsWith("Database ") ? RETRIABLE : FAILED;
    }
    return true;
  }

  ObjectNode brief() {
    return outcome(Json.object().put("id", id));
  }

  ObjectNode detailed(String uuid) {
    ObjectNode detailed =
        Json.object().put("id", id).put("bulk_uuid", uuid).put("topic_name", topic);
    detailed.put("serialized_data", status == COMPLETE ? null : serialized());
    detailed.put("result_serialized_data", result == null ? null : result.toString());
    return outcome(detailed);
  }

  private String serialized() {
    return Json.object()
        .putNull("entity_id")
        .put("entity_link", "")
        .put("meta_information", work.sent().toString())
        .put("store_id", "1")
        .toString();
  }

  private ObjectNode outcome(ObjectNode into) {
    into.put("status", status).put("result_message", message);
    boolean failed = status == FAILED || status == RETRIABLE;
    return failed ? into.put("error_code", 0) : into.putNull("error_code");
  }
}
