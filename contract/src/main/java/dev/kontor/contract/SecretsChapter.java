package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** No secret leaves the connector: not in a log, not in a finding, not in a fault. */
public interface SecretsChapter extends Chapter {

  String NOBODY = "0123456789abcdef0123456789abcdef";
  RawRequest NONSENSE = new RawRequest("POST", "/", "", Map.of(), new byte[] {'x'});

  /** Remembers every record of the root logger. */
  final class Recorder extends Handler {
    final List<String> lines = new ArrayList<>();

    @Override
    public synchronized void publish(LogRecord record) {
      lines.add(record.getMessage());
      if (record.getParameters() != null) {
        lines.add(Arrays.toString(record.getParameters()));
      }
      if (record.getThrown() != null) {
        lines.add(told(record.getThrown()));
      }
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

  /** With every cause and frame, as a logger would print it. */
  static String told(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private void said(Settings settings, List<String> lines) {
    try (Connector connector = provider().connect(settings, bench().toolbox())) {
      lines.add(connector.toString());
      connector.check().forEach(finding -> lines.add(finding.toString()));
      for (EntityType type : EntityType.values()) {
        connector.reader(type).ifPresent(reader -> read(reader, lines));
        connector.writer(type).ifPresent(writer -> written(writer, lines));
      }
      connector.inbox().ifPresent(inbox -> lines.add(inbox.receive(NONSENSE).toString()));
    }
  }

  private static void read(Reader reader, List<String> lines) {
    attempt(() -> reader.changes(null, 1).documents().size(), lines);
    attempt(() -> reader.keys(null, 1).documents().size(), lines);
    attempt(() -> reader.find(new Identity.NativeId(NOBODY)).size(), lines);
    attempt(() -> reader.find(new Identity.ExternalReference("nobody")).size(), lines);
  }

  private static void written(Writer writer, List<String> lines) {
    for (Write.Action action : Write.Action.values()) {
      Write write = new Write("secrets", action, "nobody", NOBODY, ModelJson.parse("{}"));
      attempt(() -> writer.write(List.of(write)), lines);
    }
  }

  private static void attempt(Supplier<Object> call, List<String> lines) {
    try {
      lines.add(String.valueOf(call.get()));
    } catch (FaultException e) {
      lines.add(told(e) + e.fault());
    }
  }
}
