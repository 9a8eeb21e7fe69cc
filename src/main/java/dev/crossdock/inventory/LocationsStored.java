package dev.crossdock.inventory;

import java.util.List;

/** What became of a request to store locations: those now known (new, changed or as they were), and the refused. */
public record LocationsStored(List<Location> stored, List<ItemError> errors) {}
