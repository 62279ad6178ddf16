package dev.kontor.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.Kontor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read when they use the command line, above all when they use it wrongly. */
class CommandsTest {

  @TempDir private Path directory;

  static Stream<String> commands() {
    return Kontor.commandLine().getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItself(String command) {
    Ran ran = Ran.kontor(command, "--help");
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("Usage: kontor " + command);
  }

  @Test
  void badConfigurationNamesFileLineProblemAndRemedy() throws IOException {
    Path file = directory.resolve("kontor.yaml");
    Files.writeString(file, "connections:\n  shop:\n    conector: shopware\n");
    Ran ran = Ran.kontor("check", "--config", file.toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("kontor.yaml:3").contains("conector").contains("connector");
    assertThat(ran.err()).doesNotContain("Exception").doesNotContain("\tat ");
  }

  @Test
  void missingConfigurationIsSaidPlainly() {
    Ran ran = Ran.kontor("serve", "--config", directory.resolve("none.yaml").toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("none.yaml").contains("cannot be read");
    assertThat(ran.err()).doesNotContain("Exception");
  }

  @Test
  void anUnknownTwinIsAMistypedCommand() {
    Ran ran = Ran.kontor("twin", "oxid");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains("no twin of 'oxid'")
        .contains("business-central, finance-operations, magento or shopware");
  }

  @Test
  void totalsThatDifferFailTheCheck() throws IOException {
    Path file = directory.resolve("totals.json");
    Files.writeString(
        file, "[{\"id\":\"T1\",\"document\":{},\"expected\":{\"draft\":{\"net\":1}}}]");
    Ran ran = Ran.kontor("check-totals", file.toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("DIFFERENT T1").endsWith("equal=0 different=1\n");
  }
}
