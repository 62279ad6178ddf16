package dev.kontor.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  @TempDir Path directory;
  private final Database database = Database.forTests();

  @AfterEach
  void close() {
    database.close();
  }

  private Installation installation(String file) {
    return new Installation(database.general(), directory.resolve(file));
  }

  private void change(String sql) {
    Transactions.execute(database.general(), c -> Jdbc.update(c, sql));
  }

  private String mismatch(String file) {
    InstallationCheck check = installation(file).check();
    assertThat(check).isInstanceOf(InstallationCheck.Mismatch.class);
    return ((InstallationCheck.Mismatch) check).reason();
  }

  @Test
  void firstStartMakesBothAndLaterStartsAgree() {
    InstallationState first = installation("identity").check().state();
    assertThat(first.inDoubt()).isFalse();
    assertThat(installation("identity").check()).isEqualTo(new InstallationCheck.Ok(first));
  }

  @Test
  void copyUnderAnotherIdentityIsNoticedAndAdoptedInDoubt() throws Exception {
    installation("identity").check();
    assertThat(mismatch("elsewhere")).contains("is missing");
    Files.writeString(directory.resolve("staging"), "00000000-0000-0000-0000-000000000001 1\n");
    assertThat(mismatch("staging")).contains("it is a copy");
    InstallationState adopted = installation("staging").adopt(null);
    assertThat(adopted.inDoubt()).isTrue();
    assertThat(adopted.epoch()).isEqualTo(2);
    assertThat(installation("staging").check()).isInstanceOf(InstallationCheck.Ok.class);
    assertThat(mismatch("identity")).contains("it is a copy");
  }

  @Test
  void olderCopyPutBackByHandIsNoticed() {
    installation("identity").check();
    installation("identity").adopt(null);
    change("update installation set epoch = 1");
    assertThat(mismatch("identity")).contains("older copy");
  }

  @Test
  void emptiedDatabaseIsNoticedAgainAndAgain() {
    installation("identity").check();
    change("delete from installation");
    assertThat(mismatch("identity")).contains("is empty");
    assertThat(mismatch("identity")).contains("is empty");
    assertThat(installation("identity").adopt(null).epoch()).isEqualTo(2);
  }

  @Test
  void copyOnAnotherServerIsNoticed() {
    installation("identity").check();
    change("update installation set cluster = '1'");
    assertThat(mismatch("identity")).contains("another PostgreSQL");
  }

  @Test
  void doubtEndsWhenTheLastSourceIsReread() {
    installation("identity").check();
    Instant since = Instant.parse("2026-11-20T00:00:00Z");
    assertThat(installation("identity").adopt(since).doubtSince()).isEqualTo(since);
    Transactions.execute(
        database.general(), c -> InstallationStore.doubtSources(c, List.of("shop-de", "shop-at")));
    assertThat(reread("shop-de")).isFalse();
    assertThat(installation("identity").check().state().doubtSources()).containsExactly("shop-at");
    assertThat(reread("shop-at")).isTrue();
    assertThat(installation("identity").check().state().inDoubt()).isFalse();
  }

  private boolean reread(String source) {
    return Transactions.run(database.general(), c -> InstallationStore.reread(c, source));
  }
}
