package dev.kontor.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decisions on the command line leave the record that those at the desk leave. */
class DecideTest extends OneMessage {

  DecideTest() {
    super("edited");
  }

  private Ran kontor(String command, String... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of(command, "1"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--home", records.home().toString()));
    return Ran.kontor(all.toArray(String[]::new));
  }

  private List<String> audit() {
    return Transactions.run(
        records.database().general(),
        c ->
            Jdbc.query(
                c,
                "select kind || ' ' || subject || ' ' || details from audit order by id",
                row -> row.getString(1)));
  }

  @Test
  void aResubmissionIsRecordedUnderTheSystemsUser() {
    Ran ran = kontor("resubmit", "--reason", "article unblocked");
    assertThat(ran.out()).isEqualTo("1 resubmitted\n");
    assertThat(ran.status()).isZero();
    assertThat(audit())
        .containsExactly(
            "desk.resubmit message:1 article unblocked (" + System.getProperty("user.name") + ")");
  }

  @Test
  void whatWasDiscardedCannotBeResubmittedAndSaysSo() {
    assertThat(kontor("discard", "--by", "Ada", "--reason", "by hand").status()).isZero();
    Ran ran = kontor("resubmit");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("0 resubmitted", "1 not resubmitted: it was discarded, which is for good");
    assertThat(audit()).containsExactly("desk.discard message:1 by hand (Ada)");
  }
}
