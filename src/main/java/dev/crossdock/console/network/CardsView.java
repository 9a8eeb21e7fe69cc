package dev.crossdock.console.network;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.Grid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rate cards, and what they say about a parcel.
 *
 * @param cards null when there are none
 * @param block what stands there instead; null otherwise
 * @param answers of every card; null before anybody asks
 */
public record CardsView(
    @Nullable Grid cards, @Nullable Block block, Choice from, List<Field> question, @Nullable Grid answers) {

  public CardsView {
    question = List.copyOf(question);
  }
}
