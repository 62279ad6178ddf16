package dev.kontor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.db.DatabaseException;
import dev.kontor.engine.problem.Approval;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions about a whole group, when others decide at the same time or the hub dies over it. */
final class GroupDecisionTest {

  @TempDir Path home;
  private DecidingBench bench;

  @BeforeEach
  void open() {
    bench = new DecidingBench(home);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private String problem() {
    assertThat(bench.problems.all()).hasSize(1);
    return bench.problems.all().getFirst().id();
  }

  private static Decisions.Result all(Deciding deciding, Approval.Action action, String problem) {
    Deciding.Ruling ruling = deciding.decideAll(action, problem, "ada", "mended").orElseThrow();
    return ((Deciding.Ruling.Carried) ruling).result();
  }

  @Test
  void whatWasCutShortIsFinishedByDecidingAgain() {
    bench.plantDead(1100);
    String problem = problem();
    Deciding dying =
        bench.deciding(
            false,
            1,
            () -> {
              throw new SQLException("gone", "08006");
            });
    assertThatThrownBy(() -> all(dying, Approval.Action.RESUBMIT, problem))
        .isInstanceOf(DatabaseException.class);
    assertThat(bench.problems.messages(problem)).hasSize(600);
    assertThat(all(bench.deciding(false), Approval.Action.RESUBMIT, problem))
        .isEqualTo(new Decisions.Result(600, Map.of()));
    assertThat(bench.ledger.states()).hasSize(1100).containsOnly("ready");
    assertThat(bench.ledger.number("select count(distinct subject) from audit")).isEqualTo(1100);
    assertThat(bench.audited()).hasSize(1100);
    assertThat(
            bench.ledger.number(
                """
                select count(*) from (
                  select l.due <= lag(l.due) over (order by m.id) as early
                  from message m join lane l on l.id = m.lane) as d
                where early
                """))
        .as("lanes that are due before an older one")
        .isZero();
  }

  @Test
  void whatSomebodyElseResubmittedMeanwhileIsNotThrownAway() {
    bench.plantDead(2);
    String problem = problem();
    Deciding late =
        bench.deciding(
            false, 0, () -> all(bench.deciding(false), Approval.Action.RESUBMIT, problem));
    assertThat(all(late, Approval.Action.DISCARD, problem))
        .isEqualTo(new Decisions.Result(0, Map.of(1L, "is ready already", 2L, "is ready already")));
    assertThat(bench.ledger.states()).containsOnly("ready");
  }

  @Test
  void deadLettersAreCountedAsTheyAreDecidedAbout() {
    bench.plantDead(3);
    Deciding deciding = bench.deciding(false);
    var _ = deciding.decide(Approval.Action.SKIP, List.of(1L), "ada", "a test");
    var _ = all(deciding, Approval.Action.DISCARD, problem());
    assertThat(bench.ledger.column("select sum(skipped) || ' ' || sum(discarded) from tally"))
        .containsExactly("1 2");
  }
}
