package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A buyer asks what is kept, and then to be forgotten, while the hub runs. */
class PersonStoryTest extends ServedHub {

  private static final String EMAIL = "Clara.Weg@kunde.example";
  private static final String REASON = "asked by letter";

  private JsonNode place() {
    return operator.pair().place(Order.of(EMAIL, "AH-1005", 1));
  }

  private Told erase() {
    return operator.told("person", "erase", "--email=" + EMAIL, "--by=Erika", "--reason=" + REASON);
  }

  private String exported(String name) throws IOException {
    Path file = directory.resolve(name);
    assertThat(operator.told("person", "export", "--email=" + EMAIL, "--to=" + file).status())
        .isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    return Files.readString(file);
  }

  private JsonNode found() {
    String token = operator.token("read", "personal");
    return Wire.get(operator.statusPage(), "/api/messages/search?email=" + EMAIL, token)
        .path("messages");
  }

  @Test
  void aPersonIsToldEverythingAndThenForgotten() throws Exception {
    operator.serve(yaml -> yaml);
    JsonNode order = place();
    JsonNode other = operator.pair().place(Order.of(ANNE, "AH-1003", 1));
    operator.settle();
    assertThat(exported("before.json")).contains("Großkopf", "Königstraße 7", "CREATE", "erp");
    assertThat(operator.told("backup", "--to=" + directory.resolve("backup")).status()).isZero();
    refusedWhileOpen();
    erasedForGood(order);
    assertThat(operator.story(other)).contains("done");
    JsonNode again = place();
    operator.settle();
    assertThat(found().toString())
        .contains(again.path("id").asString())
        .doesNotContain(order.path("id").asString());
    notBroughtBack();
  }

  private void refusedWhileOpen() {
    operator.pair().erp().dials().set("serverErrorProbability", "1");
    JsonNode open = place();
    String number = open.path("orderNumber").asString();
    ListedMessage waits =
        operator.awaitListed(
            "tried again", m -> m.number().equals(number) && m.state().equals("retrying"));
    assertThat(erase().all()).contains("nothing erased", waits.id());
    operator.pair().erp().dials().reset();
    operator.settle();
  }

  private void erasedForGood(JsonNode order) throws IOException {
    List<String> read = shown(order, "as read from");
    List<String> pushed = shown(order, "as pushed by");
    assertThat(pushed).isNotEmpty().allMatch(body -> body.contains(order.path("id").asString()));
    assertThat(read).anyMatch(body -> body.contains("Großkopf"));
    Told erased = erase();
    assertThat(erased.out())
        .contains("documents are unreadable", " pushed bodies deleted")
        .doesNotContain(" 0 pushed", "unfinished");
    assertThat(shown(order, "as pushed by"))
        .hasSameSizeAs(pushed)
        .allMatch(body -> body.contains("person was erased"));
    Told verified = operator.told("verify-ledger");
    assertThat(verified.status()).as(verified.all()).isZero();
    assertThat(verified.out()).contains("INTACT", "DELETED_BY_RULE", "of erased persons");
    operator.rest("orders");
    assertThat(found()).isEmpty();
    assertThat(exported("after.json")).doesNotContain("Großkopf").contains("\"documents\" : [ ]");
    assertThat(operator.story(order)).contains("done");
    // The hub has the key in memory for up to a minute.
    operator.await(
        "what was read unreadable",
        () -> shown(order, "as read from").stream().noneMatch(body -> body.contains("Großkopf")));
  }

  /** What the hub shows of the order to who may see persons' data. */
  private List<String> shown(JsonNode order, String kind) {
    String token = operator.token("read", "personal");
    return operator.show(order).stream()
        .map(m -> "/api/messages/" + m.id() + "/payloads")
        .map(path -> Wire.get(operator.statusPage(), path, token).toString())
        .filter(body -> body.contains(kind))
        .toList();
  }

  /** Keys of a backup made before, restored by mistake, open nothing of the person. */
  private void notBroughtBack() throws IOException {
    operator.stop();
    Told restored = operator.told("restore", "--from=" + directory.resolve("backup"), "--replace");
    assertThat(restored.status()).as(restored.all()).isZero();
    assertThat(exported("restored.json")).doesNotContain("Großkopf");
  }
}
