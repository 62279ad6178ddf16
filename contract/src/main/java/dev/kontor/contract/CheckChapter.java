package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.spi.Connector;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Finding.Severity;
import dev.kontor.spi.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link Connector#check()} says plainly what is wrong, and what to do about it. */
public interface CheckChapter extends Chapter {

  @Test
  default void aSoundConnectionHasNoErrors() {
    assertThat(check(bench().settings())).noneMatch(f -> f.severity() == Severity.ERROR);
  }

  @Test
  default void aWrongSecretIsAnErrorWithARemedy() {
    assertThat(check(bench().wrongSecret()))
        .anySatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.remedy()).isNotBlank();
            });
  }

  @Test
  default void aWrongAddressIsAnErrorWithARemedy() {
    assertThat(check(bench().wrongAddress()))
        .anySatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.remedy()).isNotBlank();
            });
  }

  @Test
  default void worstComesFirst() {
    List<Finding> findings = check(bench().settings());
    assertThat(findings).isSortedAccordingTo((a, b) -> a.severity().compareTo(b.severity()));
  }

  private List<Finding> check(Settings settings) {
    try (Connector connector = provider().connect(settings, bench().toolbox())) {
      return connector.check();
    }
  }
}
