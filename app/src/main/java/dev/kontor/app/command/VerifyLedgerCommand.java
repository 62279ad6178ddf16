package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.audit.AuditReport;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.audit.AuditVerifier;
import dev.kontor.engine.audit.EffectReport;
import dev.kontor.engine.audit.HeadFile;
import dev.kontor.engine.audit.PayloadCheck;
import dev.kontor.engine.audit.SigningKey;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Proves that nobody changed the record, and that every source document had its effect once. */
@Command(
    name = "verify-ledger",
    mixinStandardHelpOptions = true,
    description =
        "Proves that nobody changed the record and that every source document had its effect once.",
    footer = {
      "",
      "Recomputes the sealed audit chain and the stored payloads, and counts source documents, their",
      "effects, what is missing and what is double, also while the hub runs. Exit status 1 if anything",
      "was changed, removed or added, is missing or double."
    })
public final class VerifyLedgerCommand implements Callable<Integer> {

  @Mixin private HomeOption home = new HomeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Records records = Records.open(home.path(), System.getenv())) {
      AuditStore audit = new AuditStore(records.vault());
      AuditReport report =
          new AuditVerifier(
                  records.database().general(),
                  audit,
                  SigningKey.of(records.vault()),
                  new HeadFile(records.home()),
                  List.of(new PayloadCheck(records.vault(), audit)))
              .verify();
      EffectReport effects = EffectReport.read(records.database().general());
      PrintWriter out = spec.commandLine().getOut();
      out.println(report.text());
      out.println(effects.text());
      out.flush();
      return report.tampered() || !effects.isExactlyOnce() ? 1 : 0;
    }
  }
}
