package dev.kontor.twin.shopware.api;

import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.media.Upload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.core.JacksonException;

/** Takes the file out of an upload call: the body itself, or what stands at {@code {url}}. */
final class Uploads {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /** Whether a call's file must be fetched, which is done before the shop's transaction. */
  static boolean points(Call call) {
    return call.path().endsWith("/upload")
        && call.header("content-type").filter(t -> t.startsWith("application/json")).isPresent();
  }

  /** The call with the file in place of its address; throws ApiError 400. */
  Call fetched(Call call) {
    URI url = url(call);
    try {
      HttpResponse<byte[]> file =
          http.send(
              HttpRequest.newBuilder(url).timeout(TIMEOUT).build(), BodyHandlers.ofByteArray());
      if (file.statusCode() != 200) {
        throw unreachable(url);
      }
      return new Call(
          call.method(), call.path(), call.query(), call.rawQuery(), call.headers(), file.body());
    } catch (IOException e) {
      throw unreachable(url);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(url);
    }
  }

  private static URI url(Call call) {
    try {
      String url = call.json().path("url").asString("");
      if (!url.startsWith("http://") && !url.startsWith("https://")) {
        throw refused("INVALID_URL", "Provided URL \"" + url + "\" is invalid.");
      }
      return URI.create(url);
    } catch (JacksonException | IllegalArgumentException e) {
      throw refused("INVALID_URL", "Provided URL is invalid.");
    }
  }

  private static ApiError unreachable(URI url) {
    return refused(
        "CANNOT_OPEN_SOURCE_STREAM_TO_READ", "Cannot open source stream to read from " + url + ".");
  }

  private static ApiError refused(String code, String detail) {
    return ApiError.of(400, "CONTENT__MEDIA_" + code, detail, Json.object());
  }

  /** The file of this call, named by its query. */
  static Upload of(Call call, String defaultName) {
    String extension = call.param("extension").orElse("").toLowerCase(Locale.ROOT);
    return new Upload(
        call.param("fileName").filter(n -> !n.isEmpty()).orElse(defaultName),
        extension,
        type(extension),
        call.body());
  }

  private static String type(String extension) {
    return switch (extension) {
      case "jpg", "jpeg" -> "image/jpeg";
      case "png", "gif", "webp", "avif", "bmp" -> "image/" + extension;
      case "svg" -> "image/svg+xml";
      case "pdf" -> "application/pdf";
      case "txt", "csv" -> "text/plain";
      default -> "application/octet-stream";
    };
  }
}
