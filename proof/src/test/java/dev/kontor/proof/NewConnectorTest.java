package dev.kontor.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One command begins a connector that is part of the build. */
class NewConnectorTest {

  @TempDir private Path checkout;

  @BeforeEach
  void copy() throws IOException {
    for (String file : List.of("kontor", "pom.xml", "app/pom.xml")) {
      Path target = checkout.resolve(file);
      Files.createDirectories(target.getParent());
      Files.copy(Sources.root().resolve(file), target);
    }
    Path example = Sources.root().resolve("connectors/example");
    try (Stream<Path> files = Files.walk(example)) {
      for (Path file : files.filter(f -> !f.startsWith(example.resolve("target"))).toList()) {
        Path target = checkout.resolve("connectors/example").resolve(example.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private String kontor(int status, String... arguments) throws Exception {
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(checkout.resolve("kontor").toString(), "new-connector"),
                        Stream.of(arguments))
                    .toList())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(status);
    return said;
  }

  @Test
  void theExampleIsCopiedUnderTheNewNameAndBuilt() throws Exception {
    assertThat(kontor(0, "acme-shop")).contains("AcmeShopContractTest");
    Path module = checkout.resolve("connectors/acme-shop");
    assertThat(module.resolve("src/main/java/dev/kontor/connector/acmeshop/AcmeShopProvider.java"))
        .content()
        .contains("package dev.kontor.connector.acmeshop;", "\"acme-shop\"");
    assertThat(
            module.resolve("src/main/resources/META-INF/services/dev.kontor.spi.ConnectorProvider"))
        .hasContent("dev.kontor.connector.acmeshop.AcmeShopProvider");
    try (Stream<Path> files = Files.walk(module)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSize(10)
          .allSatisfy(file -> assertThat(file).content().doesNotContainIgnoringCase("example"));
    }
    assertThat(checkout.resolve("pom.xml"))
        .content()
        .contains("<module>connectors/acme-shop</module>", "<artifactId>connector-acme-shop<");
    assertThat(checkout.resolve("app/pom.xml")).content().contains("connector-acme-shop");
  }

  @Test
  void aNameThatCannotBeUsedIsExplainedAndNothingIsDone() throws Exception {
    assertThat(kontor(1, "Acme Shop")).contains("'Acme Shop'", "small letters");
    assertThat(kontor(1, "example")).contains("connectors/example is there already");
    assertThat(kontor(1)).contains("Usage: kontor new-connector NAME");
    assertThat(checkout.resolve("connectors")).isDirectoryNotContaining("glob:**/A*");
  }
}
