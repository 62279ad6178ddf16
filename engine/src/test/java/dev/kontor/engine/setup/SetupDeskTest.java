package dev.kontor.engine.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.model.ModelJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every change is whole, right and on record, or nothing happens. */
class SetupDeskTest {

  @TempDir Path directory;
  private SetupBench bench;
  private SetupDesk desk;

  @BeforeEach
  void open() {
    bench = new SetupBench(directory);
    desk = bench.desk;
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private long put(ConnectionDraft draft) {
    return desk.put(draft, SetupBench.ADA);
  }

  private List<SetupException.Wrong> wrong(ConnectionDraft draft) {
    return catchThrowableOfType(SetupException.class, () -> put(draft)).problems();
  }

  private SetupPage.Connection second() {
    return desk.page().connections().stream()
        .filter(connection -> connection.name().equals("second"))
        .findFirst()
        .orElseThrow();
  }

  private SetupPage.Flow flow(String name) {
    return desk.page().flows().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aConnectionIsKeptWithoutAnythingInClear() {
    assertThat(put(SetupBench.second())).isEqualTo(1);
    assertThat(second().origin()).isEqualTo("console");
    assertThat(second().secrets()).containsExactly("/secret");
    assertThat(second().settings().toString()).isEqualTo("{\"url\":\"https://two.example\"}");
    String stored =
        bench.column("setup_connection", "encode(sealed, 'escape')")
            + bench.column("audit", "audit").toString();
    assertThat(stored).doesNotContain(SetupBench.SECRET).doesNotContain("two.example");
    assertThat(bench.column("audit", "details")).contains("added, to web: second shop (ada)");
  }

  @Test
  void aSecretThatIsLeftOutStaysAndNullTakesItAway() {
    put(SetupBench.second());
    put(SetupBench.second("{\"url\": \"https://three.example\"}"));
    assertThat(desk.check(SetupBench.second("{\"url\": \"https://x.example\"}")).checked())
        .satisfies(checked -> assertThat(checked.ok()).isTrue());
    assertThat(bench.column("audit", "details")).contains("changed url: second shop (ada)");
    assertThat(wrong(SetupBench.second("{\"url\": \"https://x.example\", \"secret\": null}")))
        .extracting(SetupException.Wrong::field)
        .containsExactly("settings.secret");
    assertThat(
            wrong(SetupBench.second("{\"url\": \"u\", \"secret\": {\"file\": \"/etc/passwd\"}}")))
        .extracting(SetupException.Wrong::problem)
        .containsExactly("is a secret and must be a text");
    assertThat(desk.version()).isEqualTo(2);
  }

  @Test
  void aDraftIsTriedAndNotKept() {
    SetupDesk.Trial refused =
        desk.check(SetupBench.second("{\"ulr\": \"x\", \"secret\": \"abcd\"}"));
    assertThat(refused.checked()).isNull();
    assertThat(refused.problems())
        .extracting(SetupException.Wrong::field)
        .contains("settings.url", "settings.ulr");
    SetupDesk.Trial wrong =
        desk.check(SetupBench.second("{\"url\": \"https://x.example\", \"secret\": \"wrong\"}"));
    assertThat(wrong.problems()).isEmpty();
    assertThat(Objects.requireNonNull(wrong.checked()).lines().getFirst().text())
        .isEqualTo("sign-in: the secret is wrong; type it in again");
    assertThat(desk.version()).isZero();
    assertThat(bench.column("setup_connection", "name")).isEmpty();
  }

  @Test
  void whatTheFileHasIsNotChangedHere() {
    ConnectionDraft shop =
        new ConnectionDraft("shop", "web", null, "", ModelJson.parse("{\"url\": \"u\"}"));
    assertThatThrownBy(() -> put(shop)).hasMessageStartingWith("the connection shop stands in");
    assertThat(desk.check(shop).problems())
        .extracting(SetupException.Wrong::field)
        .containsExactly("name");
    assertThatThrownBy(() -> desk.removeConnection("shop", SetupBench.ADA))
        .hasMessageContaining("change it there");
    assertThatThrownBy(() -> desk.removeConnection("none", SetupBench.ADA))
        .hasMessageContaining("there is no connection none");
  }

  @Test
  void aPackIsUsedAndItsConnectionCannotGo() {
    put(SetupBench.second());
    assertThat(desk.put(SetupBench.USE, SetupBench.ADA)).isEqualTo(2);
    assertThat(second().flows()).contains("two-orders", "two-stock");
    assertThatThrownBy(() -> desk.removeConnection("second", SetupBench.ADA))
        .hasMessageContaining("is used by books--web with the prefix two-");
    Map<String, JsonNode> faster = Map.of("poll", ModelJson.parse("\"PT5S\""));
    desk.set("two-stock", faster, SetupBench.ADA);
    assertThat(flow("two-stock").values().poll()).isEqualTo("PT5S");
    assertThat(flow("two-stock").otherwise().poll()).isEqualTo("PT30S");
    assertThat(flow("two-stock").changed()).containsExactly("poll");
    desk.remove(SetupBench.USE, SetupBench.ADA);
    assertThat(bench.column("setup_flow", "flow")).isEmpty();
    assertThat(desk.removeConnection("second", SetupBench.ADA)).isEqualTo(5);
    assertThat(desk.page().flows()).isEmpty();
  }

  @Test
  void whatThisProcessCannotTakeOnIsSaid() {
    put(SetupBench.second());
    assertThat(desk.page().applied()).isZero();
    desk.refused("a variable is not set");
    assertThat(desk.page().refused()).isEqualTo("a variable is not set");
    bench.apply();
    assertThat(desk.page().applied()).isEqualTo(1);
    assertThat(desk.page().refused()).isNull();
  }
}
