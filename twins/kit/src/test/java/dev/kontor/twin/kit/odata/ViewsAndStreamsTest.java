package dev.kontor.twin.kit.odata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sets that show another set's rows, rows computed at each read, and bytes behind a row. */
class ViewsAndStreamsTest {
  private static final String ID = "11111111-2222-3333-4444-555555555555";
  private static final Schema SCHEMA =
      Schema.parse(
          """
          books book
            id guid ro
            title string
            > cover covers one id id
            > proof proofs one id id
          sellers seller of books
            id guid ro
            title string ro
          covers cover of books
            id guid ro
            image stream
          proofs proof
            id guid ro
            page stream ro
          counts count
            total int32 ro
          """);

  private final Rows rows = new Rows();
  private final ODataService service =
      new ODataService(
          SCHEMA,
          rows,
          new QuietDialect(),
          Map.of(
              "sellers", new Sellers(),
              "covers", new Covers(),
              "proofs", new Proofs(),
              "counts", new Counts()));

  @BeforeEach
  void books() {
    rows.changing(
        () -> rows.put("main", "books", Json.object().put("id", ID).put("title", "Alpha")));
    rows.changing(
        () -> rows.put("main", "books", Json.object().put("id", "2").put("title", "Beta")));
  }

  @Test
  void aViewShowsTheRowsItCovers() {
    JsonNode sellers = call("GET", "/sellers", "", Map.of()).json();
    assertThat(sellers.path("value")).hasSize(1);
    assertThat(sellers.at("/value/0/title").asString()).isEqualTo("ALPHA");
    assertThat(sellers.at("/value/0/@odata.etag"))
        .isEqualTo(call("GET", "/books", "", Map.of()).json().at("/value/0/@odata.etag"));
  }

  @Test
  void aQueryIsComputedAtEachReadAndHasNoTag() {
    assertThat(call("GET", "/counts", "", Map.of()).json().at("/value/0/total").asInt())
        .isEqualTo(2);
    rows.changing(() -> rows.put("main", "books", Json.object().put("id", "3")));
    JsonNode count = call("GET", "/counts", "", Map.of()).json().at("/value/0");
    assertThat(count.path("total").asInt()).isEqualTo(3);
    assertThat(count.has("@odata.etag")).isFalse();
  }

  @Test
  void bytesAreReadAndReplacedWithTheTagOnly() {
    String path = "/books(" + ID + ")/cover";
    JsonNode cover = call("GET", path, "", Map.of()).json();
    assertThat(cover.path("image@odata.mediaEditLink").asString())
        .isEqualTo("http://twin" + path + "/image");
    assertThat(call("GET", path + "/image", "", Map.of()).status()).isEqualTo(204);
    assertThat(call("PATCH", path + "/image", "red", Map.of()).text()).contains("ETAG_MISSING");
    String tag = cover.path("@odata.etag").asString();
    assertThat(call("PATCH", path + "/image", "red", Map.of("if-match", tag)).status())
        .isEqualTo(204);
    assertThat(call("GET", path + "/image", "", Map.of()).text()).isEqualTo("red");
    assertThat(call("PATCH", path + "/image", "blue", Map.of("if-match", tag)).text())
        .contains("ETAG_STALE");
    assertThat(
            call("PATCH", "/books(" + ID + ")", "{\"image\":\"x\"}", Map.of("if-match", "*"))
                .text())
        .contains("UNKNOWN_PROPERTY");
  }

  @Test
  void aComputedRowsBytesAreReadOnlyBelowTheirParent() {
    String path = "/books(" + ID + ")/proof/page";
    assertThat(call("GET", path, "", Map.of()).text()).isEqualTo("proof of " + ID);
    assertThat(call("PATCH", path, "x", Map.of("if-match", "*")).text())
        .contains("METHOD_NOT_ALLOWED");
    JsonNode proof = call("GET", "/books(" + ID + ")", "", Map.of()).json();
    assertThat(proof.has("proof")).isFalse();
  }

  private Answer call(String method, String path, String body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(Map.of("host", "twin"));
    all.putAll(headers);
    Call call = new Call(method, path, Map.of(), "", all, body.getBytes(StandardCharsets.UTF_8));
    return service.handle(new ODataRequest("main", Segment.path(path), call));
  }

  private static final class Sellers implements Rules {
    @Override
    public boolean covers(ObjectNode row) {
      return row.path("title").asString("").startsWith("A");
    }

    @Override
    public ObjectNode shown(String scope, ObjectNode row) {
      return row.put("title", row.path("title").asString().toUpperCase(java.util.Locale.ROOT));
    }
  }

  private final class Covers implements Rules {
    @Override
    public Answer content(String scope, ObjectNode row, String column) {
      return row.has("_image")
          ? Answer.text(200, row.path("_image").asString())
          : Answer.empty(204);
    }

    @Override
    public void setContent(String scope, ObjectNode row, String contentType, byte[] bytes) {
      rows.put(scope, "books", row.put("_image", new String(bytes, StandardCharsets.UTF_8)));
    }
  }

  private static final class Proofs implements Rules {
    @Override
    public Optional<List<ObjectNode>> computed(String scope, String parent) {
      return Optional.of(List.of(Json.object().put("id", parent)));
    }

    @Override
    public Answer content(String scope, ObjectNode row, String column) {
      return Answer.text(200, "proof of " + row.path("id").asString());
    }
  }

  private final class Counts implements Rules {
    @Override
    public Optional<List<ObjectNode>> computed(String scope, String parent) {
      return Optional.of(List.of(Json.object().put("total", rows.all("main", "books").size())));
    }
  }

  private record QuietDialect() implements Dialect {
    @Override
    public Answer error(ODataFault fault) {
      return Answer.text(400, fault.problem().name());
    }

    @Override
    public int maxPageSize() {
      return 100;
    }

    @Override
    public boolean orOnDistinctFields() {
      return true;
    }

    @Override
    public boolean tagToDelete() {
      return true;
    }

    @Override
    public int maxBatch() {
      return 3;
    }

    @Override
    public String namespace() {
      return "Lib";
    }
  }
}
