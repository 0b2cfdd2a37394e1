x = f'''a
{x}
