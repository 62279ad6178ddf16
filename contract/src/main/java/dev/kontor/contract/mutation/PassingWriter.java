package dev.kontor.contract.mutation;

import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Passes every call on; a mutation overrides one. */
class PassingWriter implements Writer {

  protected final Writer inner;

  PassingWriter(Writer inner) {
    this.inner = inner;
  }

  @Override
  public int maxBatch() {
    return inner.maxBatch();
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    return inner.prepare(content, model);
  }

  @Override
  public List<Prepared> prepareAll(List<Draft> drafts) {
    return inner.prepareAll(drafts);
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    return inner.write(batch);
  }

  @Override
  public boolean isCompletedByUpdate(JsonNode content) {
    return inner.isCompletedByUpdate(content);
  }

  @Override
  public List<Standing> compare(List<Draft> drafts) {
    return inner.compare(drafts);
  }
}
