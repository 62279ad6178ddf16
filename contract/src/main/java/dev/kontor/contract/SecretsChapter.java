package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** No secret leaves the connector: not in a log, not in a finding, not in a fault. */
public interface SecretsChapter extends Chapter {

  /** Remembers every record of the root logger. */
  final class Recorder extends Handler {
    final List<String> lines = new ArrayList<>();

    @Override
    public synchronized void publish(LogRecord record) {
      lines.add(record.getMessage() + " " + record.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  default void noSecretInLogFindingOrFault() {
    Recorder recorder = new Recorder();
    Logger root = Logger.getLogger("");
    root.addHandler(recorder);
    try {
      for (Settings settings :
          List.of(bench().settings(), bench().wrongSecret(), bench().wrongAddress())) {
        said(settings, recorder.lines);
      }
    } finally {
      root.removeHandler(recorder);
    }
    assertThat(recorder.lines).isNotEmpty();
    for (String secret : bench().secrets()) {
      assertThat(recorder.lines).noneMatch(line -> line.contains(secret));
    }
  }

  private void said(Settings settings, List<String> lines) {
    try (Connector connector = provider().connect(settings, bench().toolbox())) {
      lines.add(connector.toString());
      connector.check().forEach(finding -> lines.add(finding.toString()));
      for (EntityType type : EntityType.values()) {
        if (provider().descriptor().can(type, Ability.FIND_BY_ID)) {
          try {
            lines.add(type + " " + reader(connector, type).find(new Identity.NativeId("1")).size());
          } catch (FaultException e) {
            lines.add(e.toString() + e.fault());
          }
        }
      }
    }
  }
}
