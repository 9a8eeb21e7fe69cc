package dev.crossdock.console.warehouse;

import dev.crossdock.console.kit.Grid;
import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Documents of one kind, as their list shows them.
 *
 * @param find those that are asked for
 * @param href where whoever gives a document's number is led
 * @param row of the table; the map has the names of locations by their codes
 */
public record Listed<D>(
    String caption,
    List<Grid.Column> columns,
    BiFunction<Tx, DocumentQuery, List<D>> find,
    Function<D, UUID> id,
    Function<D, String> number,
    Function<D, String> href,
    BiFunction<Map<String, String>, D, Grid.Row> row) {

  public Listed {
    columns = List.copyOf(columns);
  }
}
