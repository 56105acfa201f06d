"""A file → source paragraphs → a structured act, with an account of where every paragraph went."""
