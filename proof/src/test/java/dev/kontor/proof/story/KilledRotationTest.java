package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.PayloadStore;
import dev.kontor.engine.vault.Plain;
import dev.kontor.engine.vault.Sealed;
import dev.kontor.engine.vault.Vault;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** SIGKILL of {@code key rotate} beside a hub, which is killed and started again each time. */
@EnabledIfSystemProperty(named = "kontor.full", matches = "true")
class KilledRotationTest extends ServedHub {

  /** More than are moved in one transaction. */
  private static final int PERSONS = 2_500;

  private static final String OLD = "(select id from vault.master order by registered, id limit 1)";
  private static final String OLD_KEYS = "select id from vault.key where master = " + OLD;
  private static final String FIRST_KEY = OLD_KEYS + " order by id limit 1 for update";
  private static final String LAST_KEY = OLD_KEYS + " order by id desc limit 1 for update";
  private static final String OLD_MASTER =
      "select id from vault.master where id = " + OLD + " for key share";
  private static final String UNMOVED = "select count(*) from vault.key where master = " + OLD;

  private List<Sealed> sealed = List.of();

  @Test
  void killedAnywhereTheHubStartsAllOpensAndRepeatingItEndsClean() throws Exception {
    operator.serve(yaml -> yaml);
    operator.pair().place(Order.of(ANNE, "AH-1005", 1));
    operator.settle();
    seal();
    String old = masters();
    try (Blockade blockade = new Blockade(operator.database())) {
      long all = blockade.number("select count(*) from vault.key");
      killed(blockade, FIRST_KEY);
      assertThat(masters().lines()).as("the new master exists").hasSize(2).contains(old.strip());
      assertThat(blockade.number(UNMOVED)).as("nothing is moved").isEqualTo(all);
      startedAllOpens();
      blockade.again();
      killed(blockade, LAST_KEY);
      assertThat(blockade.number(UNMOVED)).as("it is half-way").isBetween(1L, all - 1_000);
      startedAllOpens();
      blockade.again();
      killed(blockade, OLD_MASTER);
      assertThat(blockade.number(UNMOVED)).as("all are moved").isZero();
      assertThat(blockade.number("select count(*) from vault.master")).isEqualTo(2);
      startedAllOpens();
      blockade.again();
      rotated(blockade, old);
    }
    startedAllOpens();
    Told verified = operator.told("verify-ledger");
    assertThat(verified.status()).as(verified.all()).isZero();
  }

  private void rotated(Blockade blockade, String old) throws IOException {
    Told done = operator.told("key", "rotate", "--by=Erika");
    assertThat(done.status()).as(done.all()).isZero();
    assertThat(masters().lines()).hasSize(1).doesNotContain(old.strip());
    assertThat(blockade.number("select count(*) from vault.master")).isEqualTo(1);
    assertThat(blockade.texts("select details from audit where kind = 'key.rotated'"))
        .singleElement()
        .asString()
        .contains("(Erika)");
  }

  private String masters() throws IOException {
    return Files.readString(operator.home().resolve("master.key"));
  }

  private void seal() {
    try (Records records = Records.open(operator.home(), Map.of())) {
      sealed =
          records
              .vault()
              .sealAll(
                  IntStream.range(0, PERSONS)
                      .mapToObj(i -> "email:" + i + "@kunde.example")
                      .map(who -> new Plain(PayloadClass.DOCUMENT, who, bytes(who)))
                      .toList());
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void killed(Blockade blockade, String rows) {
    blockade.hold(
        rows,
        () -> {
          Running rotation = operator.bare("key", "rotate", "--by=Otto");
          blockade.awaitWaiting(rotation::isAlive);
          assertThat(rotation.isAlive()).as(rotation.all()).isTrue();
          rotation.kill();
        });
  }

  /** Every key is unwrapped by somebody who has none in memory. */
  private void startedAllOpens() throws Exception {
    operator.kill();
    operator.serve(yaml -> yaml);
    operator.settle();
    try (Records records = Records.open(operator.home(), Map.of())) {
      Vault vault = records.vault();
      assertThat(vault.openAll(sealed)).hasSize(PERSONS).allMatch(opened -> opened.isPresent());
      List<Sealed> stored =
          Transactions.run(
              records.database().general(),
              c ->
                  PayloadStore.after(c, 0, PERSONS).stream()
                      .map(PayloadStore.Stored::sealed)
                      .toList());
      assertThat(vault.openAll(stored)).isNotEmpty().allMatch(opened -> opened.isPresent());
    }
  }
}
