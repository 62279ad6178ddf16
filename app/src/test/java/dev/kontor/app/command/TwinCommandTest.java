package dev.kontor.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.Kontor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** One simulated system runs until it is stopped and says how it is reached. */
class TwinCommandTest {

  /** Tells when something was said. */
  private static final class Told extends StringWriter {
    private final CountDownLatch said = new CountDownLatch(1);

    @Override
    public void flush() {
      said.countDown();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "finance-operations, Finance & Operations, tokens",
    "business-central, Business Central, tokens",
    "magento, Magento, token secret",
    "shopware, Shopware, client secret"
  })
  void saysWhatIsNeededToReachIt(String system, String name, String last)
      throws InterruptedException {
    Told told = new Told();
    CommandLine line = Kontor.commandLine();
    line.setOut(new PrintWriter(told));
    line.setErr(new PrintWriter(new StringWriter()));
    Thread running = Thread.ofPlatform().start(() -> line.execute("twin", system));
    try {
      assertThat(told.said.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(told.toString())
          .startsWith(name + " ")
          .contains("http://127.0.0.1:")
          .contains("API ")
          .contains(last + " ");
    } finally {
      running.interrupt();
      running.join();
    }
  }
}
