package dev.kontor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.db.DatabaseException;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.problem.Approval;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of money, nothing is decided by one person alone where the configuration says so. */
final class FourEyesTest {

  private static final List<Long> FIRST = List.of(1L);
  private static final Deciding.Ruling SETTLED =
      new Deciding.Ruling.Impossible(Deciding.Why.SETTLED);

  @TempDir Path home;
  private DecidingBench bench;
  private Deciding deciding;

  @BeforeEach
  void open() {
    bench = new DecidingBench(home);
    bench.plantDead(1);
    deciding = bench.deciding(true);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private long asked() {
    Deciding.Ruling ruling = deciding.decide(Approval.Action.RESUBMIT, FIRST, "ada", "fixed");
    return ((Deciding.Ruling.Asked) ruling).approval();
  }

  @Test
  void aSecondPersonApprovesWhatIsCarriedOutThen() {
    long approval = asked();
    assertThat(asked()).as("asked again for the same").isEqualTo(approval);
    assertThat(bench.ledger.states()).containsExactly("dead");
    assertThat(deciding.approvals()).extracting(Approval::by).containsExactly("ada");
    assertThat(deciding.settle(approval, true, "ada", "yes"))
        .isEqualTo(new Deciding.Ruling.Impossible(Deciding.Why.OWN));
    assertThat(deciding.settle(approval, true, "ben", "looked at it"))
        .isEqualTo(new Deciding.Ruling.Carried(new Decisions.Result(1, Map.of())));
    assertThat(bench.ledger.states()).containsExactly("ready");
    assertThat(deciding.settle(approval, true, "cid", "me too")).isEqualTo(SETTLED);
    assertThat(bench.audited())
        .containsExactly(
            "approval.asked resubmit 1 messages: fixed (ada)",
            "approval.given looked at it (ben)",
            "desk.resubmit fixed (ada, approved by ben)");
  }

  @Test
  void whatIsRefusedOrTakenBackIsNotDone() {
    assertThat(deciding.settle(asked(), false, "ben", "wait for the books"))
        .isEqualTo(new Deciding.Ruling.Refused());
    assertThat(deciding.settle(asked(), false, "ada", "a mistake"))
        .isEqualTo(new Deciding.Ruling.Refused());
    assertThat(bench.ledger.states()).containsExactly("dead");
    assertThat(deciding.approvals()).isEmpty();
  }

  @Test
  void nobodyRefusesWhatAnotherHasApprovedAlready() {
    long approval = asked();
    Deciding ben =
        bench.deciding(
            true,
            1,
            () -> assertThat(deciding.settle(approval, false, "cid", "no")).isEqualTo(SETTLED));
    assertThat(ben.settle(approval, true, "ben", "yes"))
        .isInstanceOf(Deciding.Ruling.Carried.class);
    assertThat(bench.ledger.states()).containsExactly("ready");
  }

  @Test
  void whatWasApprovedAndCutShortIsApprovedAgain() {
    long approval = asked();
    Deciding dying =
        bench.deciding(
            true,
            1,
            () -> {
              throw new SQLException("gone", "08006");
            });
    assertThatThrownBy(() -> dying.settle(approval, true, "ben", "yes"))
        .isInstanceOf(DatabaseException.class);
    assertThat(bench.ledger.states()).containsExactly("dead");
    assertThat(deciding.approvals()).extracting(Approval::id).containsExactly(approval);
    assertThat(deciding.settle(approval, false, "cid", "no")).isEqualTo(SETTLED);
    assertThat(deciding.settle(approval, true, "cid", "once more"))
        .isEqualTo(new Deciding.Ruling.Carried(new Decisions.Result(1, Map.of())));
  }

  @Test
  void whatBelongsToNoConfiguredFlowNeedsThemToo() {
    Transactions.execute(
        bench.ledger.database.general(), c -> Jdbc.update(c, "update message set flow = 'gone'"));
    assertThat(asked()).isPositive();
  }
}
