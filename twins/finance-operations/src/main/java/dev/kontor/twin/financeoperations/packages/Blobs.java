package dev.kontor.twin.financeoperations.packages;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Ids;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The blob store packages are put into: addresses carry their own right to write and expire. It
 * stands below {@code /blobs/}; no token is asked for.
 */
public final class Blobs {
  static final String PATH = "/blobs/";
  private static final Duration LIFE = Duration.ofHours(1);

  private final Erp erp;
  private final Map<String, Blob> blobs = new ConcurrentHashMap<>();

  public Blobs(Erp erp) {
    this.erp = erp;
  }

  /** A fresh address without host, empty until it is written. */
  String create(String name) {
    String id = Ids.guid() + "/" + name;
    String signature = Ids.hex();
    Instant until = erp.now().plus(LIFE);
    blobs.put(id, new Blob(signature, until, new byte[0]));
    return PATH + id + "?sv=2024-11-04&sr=b&sp=rw&se=" + until + "&sig=" + signature;
  }

  /** What lies at an address; empty where nothing was ever put. */
  Optional<byte[]> at(String address) {
    try {
      String path = URI.create(address).getPath();
      return path == null || !path.startsWith(PATH)
          ? Optional.empty()
          : Optional.ofNullable(blobs.get(path.substring(PATH.length())))
              .map(Blob::content)
              .filter(content -> content.length > 0);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public Answer handle(Call call) {
    String id = call.path().substring(PATH.length());
    Blob blob = blobs.get(id);
    if (blob == null) {
      return Answer.empty(404);
    }
    if (!call.param("sig").orElse("").equals(blob.signature()) || erp.now().isAfter(blob.until())) {
      return Answer.empty(403);
    }
    if (!call.method().equals("PUT")) {
      return Answer.empty(405);
    }
    if (!call.header("x-ms-blob-type").orElse("").equals("BlockBlob")) {
      return Answer.of(400, "application/xml", "<Error><Code>MissingRequiredHeader</Code></Error>");
    }
    blobs.put(id, blob.with(call.body()));
    return Answer.empty(201);
  }
}
