"""The dashboard's own code, in layers: screen over figures over measures over tables."""
