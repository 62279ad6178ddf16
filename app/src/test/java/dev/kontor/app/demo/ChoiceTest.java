package dev.kontor.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.Kontor;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Systems are asked for by name. */
class ChoiceTest {

  @ParameterizedTest
  @CsvSource({
    "--erp, navision, There is no ERP 'navision'; use business-central or finance-operations",
    "--shop, oxid, There is no shop 'oxid'; use magento or shopware"
  })
  void anUnknownOneIsAMistypedCommandThatIsToldTheChoices(String option, String name, String why) {
    StringWriter told = new StringWriter();
    CommandLine line = Kontor.commandLine();
    line.setErr(new PrintWriter(told));
    assertThat(line.execute("demo", "--exit", option, name)).isEqualTo(2);
    assertThat(told.toString()).startsWith(why);
  }
}
