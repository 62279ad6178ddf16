package dev.kontor.engine;

import static dev.kontor.engine.ledger.LedgerBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.ConnectorSchemas;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.StockRule;
import dev.kontor.engine.delivery.PauseStore;
import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.ledger.LedgerBench;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.problem.Approval;
import dev.kontor.engine.problem.Catalogue;
import dev.kontor.engine.problem.Problems;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import dev.kontor.model.EntityType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of money, nothing is decided by one person alone where the configuration says so. */
final class FourEyesTest {

  private static final MessageState DEAD = new MessageState.Dead("sku: no", "Invalid");
  private static final List<Long> FIRST = List.of(1L);
  private static final FlowConfig ORDERS =
      new FlowConfig(
          "flow",
          FlowKind.ORDERS,
          true,
          new FlowConfig.Source("shop", EntityType.ORDER, null),
          new FlowConfig.Target("erp", EntityType.ORDER, "erp/order.out"),
          ExportConditions.ALWAYS,
          StockRule.PLAIN,
          null,
          null,
          Duration.ofMinutes(1),
          Duration.ofDays(1));

  @TempDir Path home;
  private final LedgerBench bench = new LedgerBench();
  private Deciding deciding;

  @BeforeEach
  void open() {
    Vault vault =
        Vault.open(
            bench.database.general(),
            MasterKeys.load(Map.of(), home.resolve("key")),
            InstantSource.system());
    Problems problems =
        new Problems(
            bench.database.hot(), Catalogue.of(new ConnectorSchemas(List.of())), List.of(ORDERS));
    deciding =
        new Deciding(
            bench.database.hot(),
            new AuditStore(vault),
            problems,
            Map.of(),
            new Pauses(bench.database.hot(), new PauseStore(), bench.lanes),
            InstantSource.system(),
            true,
            () -> {});
    bench.append(event("a", "created", "e"));
    bench.finishAll("n", bench.claimOne("n"), DEAD);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private List<String> audit() {
    return bench.column("select kind || ' ' || details from audit order by id");
  }

  private long asked() {
    Deciding.Ruling ruling = deciding.decide(Approval.Action.RESUBMIT, FIRST, "ada", "fixed");
    return ((Deciding.Ruling.Asked) ruling).approval();
  }

  @Test
  void aSecondPersonApprovesWhatIsCarriedOutThen() {
    long approval = asked();
    assertThat(bench.states()).containsExactly("dead");
    assertThat(deciding.approvals()).extracting(Approval::by).containsExactly("ada");
    assertThat(deciding.settle(approval, true, "ada", "yes"))
        .isEqualTo(new Deciding.Ruling.Impossible(Deciding.Why.OWN));
    assertThat(deciding.settle(approval, true, "ben", "looked at it"))
        .isEqualTo(new Deciding.Ruling.Carried(new Decisions.Result(1, Map.of())));
    assertThat(bench.states()).containsExactly("ready");
    assertThat(deciding.settle(approval, true, "cid", "me too"))
        .isEqualTo(new Deciding.Ruling.Impossible(Deciding.Why.SETTLED));
    assertThat(audit())
        .containsExactly(
            "approval.asked resubmit 1 messages: fixed (ada)",
            "desk.resubmit fixed (ada, approved by ben)",
            "approval.given looked at it (ben)");
  }

  @Test
  void whatIsRefusedIsNotDone() {
    assertThat(deciding.settle(asked(), false, "ben", "wait for the books"))
        .isEqualTo(new Deciding.Ruling.Refused());
    assertThat(bench.states()).containsExactly("dead");
    assertThat(deciding.approvals()).isEmpty();
  }
}
