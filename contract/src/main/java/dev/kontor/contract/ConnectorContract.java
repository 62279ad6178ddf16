package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every chapter. A connector's test extends this, names its provider and opens a bench on its twin;
 * the abilities in the descriptor decide which chapters run for which entity type.
 */
public abstract class ConnectorContract
    implements DescribeChapter,
        CheckChapter,
        DeletesChapter,
        SameInstantChapter,
        FindChapter,
        RepeatChapter,
        ConflictChapter,
        CompareChapter,
        RoundTripChapter,
        TroubleChapter,
        UnsupportedChapter,
        NoticeChapter,
        SecretsChapter {

  private @Nullable TwinBench bench;

  /** A fresh twin and a way to it. */
  protected abstract TwinBench open();

  @BeforeEach
  void openBench() {
    bench = open();
  }

  @AfterEach
  void closeBench() {
    bench().close();
  }

  @Override
  public TwinBench bench() {
    TwinBench open = bench;
    if (open == null) {
      throw new IllegalStateException("the bench is open only while a test runs");
    }
    return open;
  }

  @Test
  void everyWaiverHasAReason() {
    assertThat(waivers().values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
  }
}
