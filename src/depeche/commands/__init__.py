"""The commands of `depeche`, one file each; `depeche.cli` gathers them."""
