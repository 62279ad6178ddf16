package dev.kontor.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.Kontor;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The README's first command, whole: twins, database, hub, shoppers, count. */
class DemoTest {

  @Test
  void everyOrderArrivesOnceAndToTheCent() {
    StringWriter out = new StringWriter();
    CommandLine line = Kontor.commandLine();
    line.setOut(new PrintWriter(out));
    int status = line.execute("demo", "--orders", "6", "--exit");
    assertThat(out.toString().stripTrailing())
        .endsWith(
            "orders placed=6 in-erp=6 missing=0 duplicated=0 wrong-amount=0 stock-changes=3"
                + " applied=3");
    assertThat(out.toString())
        .contains("cancelled before it was paid")
        .contains("bound of overselling")
        .contains("order placed → in the ERP: median");
    assertThat(status).isZero();
  }
}
