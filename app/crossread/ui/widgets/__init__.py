"""Small parts that panels and views are made of; none of them knows a comparison."""
