package dev.kontor.contract.mutation;

import dev.kontor.contract.DirectToolbox;
import dev.kontor.contract.TwinBench;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Write;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The diary is its own twin. */
final class DiaryBench implements TwinBench {

  private final Diary diary;
  private final DirectToolbox toolbox =
      new DirectToolbox(() -> Instant.EPOCH, Duration.ofSeconds(1));

  DiaryBench(Diary diary) {
    this.diary = diary;
  }

  private static Settings settings(String secret) {
    return new Settings("diary", ModelJson.mapper().createObjectNode().put("secret", secret));
  }

  @Override
  public Settings settings() {
    return settings(Diary.SECRET);
  }

  @Override
  public Settings wrongSecret() {
    return settings("another key");
  }

  /** It has none; a wrong key is the nearest to it. */
  @Override
  public Settings wrongAddress() {
    return wrongSecret();
  }

  @Override
  public List<String> secrets() {
    return List.of(Diary.SECRET, "another key");
  }

  @Override
  public Toolbox toolbox() {
    return toolbox;
  }

  @Override
  public Placed place(EntityType type) {
    return placeTogether(type, 1).getFirst();
  }

  @Override
  public List<Placed> placeTogether(EntityType type, int many) {
    diary.tick();
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      String id = "entry-" + (diary.all().size() + 1);
      diary.put(id, "{}");
      placed.add(new Placed(id, "N-" + id));
    }
    return placed;
  }

  @Override
  public Map<String, Runnable> changes(EntityType type, Placed placed) {
    return Map.of("text", () -> changeTogether(type, List.of(placed)));
  }

  @Override
  public void changeTogether(EntityType type, List<Placed> placed) {
    diary.tick();
    placed.forEach(one -> diary.put(one.id(), "{\"text\": \"new\"}"));
  }

  @Override
  public Optional<Awkward> awkward(EntityType type, String text) {
    Placed placed = place(type);
    BigDecimal amount = new BigDecimal("12345678901234.56");
    diary.put(
        placed.id(),
        ModelJson.mapper().createObjectNode().put("text", text).put("sum", amount).toString());
    return Optional.of(new Awkward(placed, List.of(amount)));
  }

  @Override
  public void delete(EntityType type, Placed placed) {
    diary.tick();
    diary.put(placed.id(), null);
  }

  private static UnsupportedOperationException unclaimed() {
    return new UnsupportedOperationException("no ability that is declared needs this");
  }

  @Override
  public List<Sample> right(EntityType type, Write.Action action, int many) {
    throw unclaimed();
  }

  @Override
  public Sample wrong(EntityType type, Write.Action action) {
    throw unclaimed();
  }

  @Override
  public int effects(EntityType type, Sample sample) {
    throw unclaimed();
  }

  @Override
  public void trouble(Trouble trouble, EntityType type) {
    throw unclaimed();
  }

  @Override
  public void expireTokens() {
    throw unclaimed();
  }

  @Override
  public RawRequest notice(EntityType type, Placed placed) {
    throw unclaimed();
  }

  @Override
  public RawRequest forged(RawRequest genuine) {
    throw unclaimed();
  }

  @Override
  public void close() {
    toolbox.close();
  }
}
